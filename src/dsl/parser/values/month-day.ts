/** A day of every year, `dec 25`. */
import type { IToken } from "chevrotain";
import { finding } from "../../diagnostics/registry.ts";
import type { Integer, MonthDay } from "../../tree/nodes.ts";
import { longestMonth } from "./date.ts";
import { monthNumber } from "./names.ts";
import type { Report } from "./report.ts";

/** `feb 29` exists in some years; `feb 30` in none. */
export function readDayOfMonth(month: IToken, day: Integer, report: Report): MonthDay {
  const number = monthNumber(month.image);
  const span = { start: month.startOffset, end: day.span.end };
  if (day.value < 1 || day.value > longestMonth(number)) {
    report(finding("syntax/no-such-date", span, { written: `${month.image} ${day.value}` }));
  }
  return { month: number, day: day.value, span };
}
