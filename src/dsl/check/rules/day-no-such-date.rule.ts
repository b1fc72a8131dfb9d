/** February 30, April 31, month 13. */
import { finding } from "../../diagnostics/registry.ts";
import { replace, unsafe } from "../../fix/edits.ts";
import { printDate, printMonth } from "../../format/days.ts";
import type { DateNode, MonthDay } from "../../tree/nodes.ts";
import { written } from "../clauses.ts";
import { daysInMonth } from "../ordinals.ts";
import type { Rule } from "../view.ts";

export const dayNoSuchDate: Rule = {
  *file({ parts, text }) {
    for (const date of parts.dates) {
      const limit = dateFault(date);
      if (limit === undefined) continue;
      const last = date.month >= 1 && date.month <= 12 && date.day > 28 ? lastDay(date.year, date.month) : undefined;
      const fixes = last === undefined ? [] : [lastDayFix(date, printDate({ ...date, day: last }))];
      yield finding("day/no-such-date", date.span, { written: written(text, date.span), limit }, { fixes });
    }
    for (const day of parts.monthDays) {
      const most = daysInMonth(day.month);
      if (day.day >= 1 && day.day <= most) continue;
      const month = monthName(day.month);
      const params = { written: written(text, day.span), limit: `${month} has days 1 to ${most}` };
      const fixes = day.day > most ? [lastDayFix(day, `${month} ${most}`)] : [];
      yield finding("day/no-such-date", day.span, params, { fixes });
    }
  },
};

function dateFault({ year, month, day }: DateNode): string | undefined {
  if (month < 1 || month > 12) return "months go from 1 to 12";
  const last = lastDay(year, month);
  return day < 1 || day > last ? `${monthName(month)} ${year} has days 1 to ${last}` : undefined;
}

function lastDay(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && !leap ? 28 : daysInMonth(month);
}

function monthName(month: number): string {
  return printMonth({ kind: "month", span: { start: 0, end: 0 }, from: month });
}

function lastDayFix(at: DateNode | MonthDay, text: string) {
  return unsafe(`the last day of the month: \`${text}\``, replace(at.span, text));
}
