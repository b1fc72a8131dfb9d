/** Dates and instants out of tokens. */
import type { IToken } from "chevrotain";
import { finding } from "../../diagnostics/registry.ts";
import { endOf, spanOf } from "../../lexer/spans.ts";
import type { Span } from "../../source/span.ts";
import type { DateNode, DateTimeNode } from "../../tree/nodes.ts";
import type { Report } from "./report.ts";

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** The days of a month of the Gregorian calendar. */
export function monthLength(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && leap ? 29 : (monthLengths[month - 1] ?? 0);
}

/** The most days the month ever has. */
export function longestMonth(month: number): number {
  return monthLength(2000, month);
}

function dateAt(written: string, span: Span, report: Report): { date: DateNode; ok: boolean } {
  const [year = 0, month = 0, day = 0] = written.split("-").map(Number);
  const ok = month >= 1 && month <= 12 && day >= 1 && day <= monthLength(year, month);
  if (!ok) report(finding("syntax/no-such-date", span, { written }));
  return { date: { kind: "date", year, month, day, span }, ok };
}

const two = (part: string): string => part.padStart(2, "0");

function canonicalDate(written: string): string {
  const [year = "", month = "", day = ""] = written.split("-");
  return `${year}-${two(month)}-${two(day)}`;
}

/** A DATE token. */
export function readDate(token: IToken, report: Report): DateNode {
  const span = spanOf(token);
  const { date, ok } = dateAt(token.image, span, report);
  const text = canonicalDate(token.image);
  if (ok && text !== token.image) reportShape(token.image, text, span, report);
  return date;
}

/** A DATETIME token. */
export function readDateTime(token: IToken, report: Report): DateTimeNode {
  const span = spanOf(token);
  const [, written = "", clock = "", fraction, zone] =
    /^([\d-]+)[Tt]([\d:]+)(\.\d+)?([Zz]|[+-].*)?$/.exec(token.image) ?? [];
  const { date, ok } = dateAt(written, { start: span.start, end: span.start + written.length }, report);
  const [h = 0, m = 0, s = 0] = clock.split(":").map(Number);
  const seconds = h * 3_600 + m * 60 + s;
  const offset = zone === undefined ? undefined : readOffset(zone);
  if (h > 23 || m > 59 || s > 59 || offset === null) {
    const rest: Span = { start: span.start + written.length + 1, end: endOf(token) };
    report(finding("syntax/clock-range", rest, { written: token.image.slice(written.length + 1) }));
  } else if (fraction !== undefined) {
    report(finding("syntax/fraction", span, { written: token.image }));
  } else if (ok) {
    const text = `${canonicalDate(written)}T${clock.split(":").map(two).join(":")}${offsetText(zone, offset)}`;
    if (text !== token.image) reportShape(token.image, text, span, report);
  }
  return typeof offset === "number"
    ? { kind: "dateTime", date, seconds, offset, span }
    : { kind: "dateTime", date, seconds, span };
}

/** Minutes east of UTC; null where no clock on Earth is so far off. */
function readOffset(zone: string): number | null {
  if (/^z$/i.test(zone)) return 0;
  const [, sign, hours = "", minutes = "0"] = /^([+-])(\d{1,2}):?(\d{2})?$/.exec(zone) ?? [];
  const size = Number(hours) * 60 + Number(minutes);
  if (size > 18 * 60 || Number(minutes) > 59) return null;
  return sign === "-" && size > 0 ? -size : size;
}

function offsetText(zone: string | undefined, offset: number | undefined): string {
  if (zone === undefined || offset === undefined) return "";
  if (/^z$/i.test(zone)) return "Z";
  const size = Math.abs(offset);
  return `${zone.charAt(0)}${two(String(Math.floor(size / 60)))}:${two(String(size % 60))}`;
}

function reportShape(written: string, text: string, span: Span, report: Report): void {
  report(
    finding(
      "syntax/two-digits",
      span,
      { written },
      {
        fixes: [{ title: `write \`${text}\``, edits: [{ span, text }], applicability: "safe" }],
      },
    ),
  );
}
