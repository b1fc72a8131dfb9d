/** Findings about braces, parentheses and blanks. */
import type { IToken } from "chevrotain";
import type { Finding } from "../diagnostics/diagnostic.ts";
import { finding } from "../diagnostics/registry.ts";
import { LParen } from "./punctuation.ts";
import { endOf, spanOf } from "./spans.ts";

export function unclosed(open: IToken): Finding {
  return finding("syntax/unclosed", spanOf(open), { open: open.tokenType === LParen ? "(" : "{" });
}

export function unopened(brace: IToken): Finding {
  const span = spanOf(brace);
  return finding(
    "syntax/unopened",
    span,
    {},
    {
      fixes: [{ title: "remove it", edits: [{ span, text: "" }], applicability: "unsafe" }],
    },
  );
}

/** A brace on a line of its own opens the block of the line above; only blanks between them make the move safe. */
export function braceBelow(text: string, last: IToken, brace: IToken): Finding {
  const gap = { start: endOf(last), end: brace.startOffset };
  const isBlank = text.slice(gap.start, gap.end).trim() === "";
  return finding(
    "syntax/brace-below",
    spanOf(brace),
    {},
    {
      fixes: isBlank
        ? [{ title: "put the brace on the line above", edits: [{ span: gap, text: " " }], applicability: "safe" }]
        : [],
    },
  );
}

/** What stands behind a closing brace on its line. */
export function sameLine(next: IToken): Finding {
  const before = { start: next.startOffset, end: next.startOffset };
  return finding(
    "syntax/same-line",
    spanOf(next),
    { found: next.image },
    {
      fixes: [{ title: "begin a new line", edits: [{ span: before, text: "\n" }], applicability: "safe" }],
    },
  );
}

export function oddBlank(blank: IToken): Finding {
  const span = spanOf(blank);
  return finding(
    "syntax/odd-space",
    span,
    {},
    {
      fixes: [{ title: "use a plain space", edits: [{ span, text: " " }], applicability: "safe" }],
    },
  );
}
