/** Whole numbers and ordinals. */
import type { IToken } from "chevrotain";
import { finding } from "../../diagnostics/registry.ts";
import { spanOf } from "../../lexer/spans.ts";
import type { Integer, NumberValue } from "../../tree/nodes.ts";
import type { Report } from "./report.ts";

/** An INT token. */
export function readInteger(token: IToken, report: Report): Integer {
  const span = spanOf(token);
  const value = Number(token.image);
  if (!Number.isSafeInteger(value)) {
    const written = token.image.length > 24 ? `${token.image.slice(0, 24)}…` : token.image;
    report(finding("syntax/number-too-large", span, { written }));
  }
  return { value, span };
}

/** `1st`, `2nd`, `3rd`, `4th`, `11th` … */
export function ordinalText(value: number): string {
  const tens = value % 100;
  const suffix = tens >= 11 && tens <= 13 ? "th" : (["th", "st", "nd", "rd"][value % 10] ?? "th");
  return `${value}${suffix}`;
}

/** An ORDINAL token; a wrong ending, as in `2th`, is a finding with the right one. */
export function readOrdinal(token: IToken, report: Report): number {
  const span = spanOf(token);
  const value = Number(token.image.slice(0, -2));
  const text = ordinalText(value);
  if (value < 1 || value > 1_000) report(finding("syntax/ordinal-range", span, { written: token.image }));
  else if (text !== token.image) {
    report(
      finding(
        "syntax/ordinal-ending",
        span,
        { written: token.image, text },
        {
          fixes: [{ title: `write \`${text}\``, edits: [{ span, text }], applicability: "safe" }],
        },
      ),
    );
  }
  return value;
}

/** A NUMBER token of arguments. */
export function readNumber(token: IToken, report: Report): NumberValue {
  const span = spanOf(token);
  const value = Number(token.image);
  if (!Number.isFinite(value) || (Number.isInteger(value) && !Number.isSafeInteger(value))) {
    const written = token.image.length > 24 ? `${token.image.slice(0, 24)}…` : token.image;
    report(finding("syntax/number-too-large", span, { written }));
  }
  return { kind: "number", value, text: token.image, span };
}
