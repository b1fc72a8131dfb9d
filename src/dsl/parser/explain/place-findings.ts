/** Findings about a place where a statement breaks. */
import type { Finding } from "../../diagnostics/diagnostic.ts";
import { finding } from "../../diagnostics/registry.ts";
import { printable } from "../../source/escape.ts";
import { spanBetween } from "./draft.ts";
import { fixOf, type Place, type Repair } from "./repair.ts";
import { sayExpected } from "./say.ts";
import { wordFixes } from "./word-fixes.ts";

/** What cannot stand there and what could; or that the statement ends too early. */
export function notUnderstood(place: Place): Finding {
  const { text, draft, at, followed } = place;
  const fixes = wordFixes(place);
  if (at >= draft.tokens.length) {
    const span = draft.spans.at(-1) ?? { start: 0, end: 0 };
    const last = excerpt(text.slice(span.start, span.end));
    return finding("syntax/unfinished", span, { last, wanted: sayExpected(followed.expected, false) }, { fixes });
  }
  const span = spanBetween(draft, at, at + 1);
  const found = excerpt(text.slice(span.start, span.end) || (draft.tokens[at]?.image ?? ""));
  return finding(
    "syntax/unexpected",
    span,
    { found, wanted: sayExpected(followed.expected, followed.mayEnd) },
    { fixes },
  );
}

export function habitFinding(place: Place, repair: Repair): Finding {
  const { text, draft } = place;
  const span = spanBetween(draft, repair.from, repair.to);
  const written = excerpt(text.slice(span.start, span.end));
  if (repair.kind === "several") {
    const fixes = repair.readings.map((change) => fixOf(place, change, false));
    const readings = repair.readings.map((reading) => `\`${reading.text}\``).join(" or ");
    return finding("syntax/two-readings", span, { written, readings }, { fixes });
  }
  const fixes = [fixOf(place, repair, repair.safe)];
  if (repair.as === "zone/offset") return finding("zone/offset", span, { written, zone: repair.text }, { fixes });
  if (repair.from === repair.to) {
    const next = draft.spans[repair.from] ?? draft.spans.at(-1) ?? span;
    return finding(
      "syntax/missing-word",
      next,
      { word: repair.text, next: excerpt(text.slice(next.start, next.end)) },
      { fixes },
    );
  }
  if (repair.text === "") return finding("syntax/superfluous", span, { written }, { fixes });
  return finding("syntax/habit", span, { written, text: repair.text }, { fixes });
}

function excerpt(written: string): string {
  const short = written.length > 40 ? `${written.slice(0, 39)}…` : written;
  return `\`${printable(short)}\``;
}
