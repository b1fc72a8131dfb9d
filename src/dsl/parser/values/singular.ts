/** `every monday`, not `every mondays`. */
import type { IToken } from "chevrotain";
import { finding } from "../../diagnostics/registry.ts";
import { spellings, Unit, Weekday, Weekend, Workday } from "../../lexer/keywords.ts";
import { DayName } from "../../lexer/literals.ts";
import { spanOf } from "../../lexer/spans.ts";
import type { Report } from "./report.ts";

/** Reports a plural. */
export function readSingular(token: IToken, report: Report): void {
  const { tokenType: type, image } = token;
  const counted =
    type === DayName || type === Weekday || type === Weekend || type === Workday || type.CATEGORIES?.includes(Unit);
  if (!counted || !image.endsWith("s") || !spellings.get(type)?.includes(image.toLowerCase())) return;
  const span = spanOf(token);
  const text = image.slice(0, -1);
  report(
    finding(
      "syntax/plural-after-every",
      span,
      { written: image, text },
      {
        fixes: [{ title: `write \`${text}\``, edits: [{ span, text }], applicability: "safe" }],
      },
    ),
  );
}
