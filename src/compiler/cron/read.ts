/**
 * `cron "…"` read into what it means: days, clock times and a DST policy. Five fields, or six with seconds first.
 *
 * A job is fixed when neither its minute nor its hour starts with `*`: its times happen once a day, whatever the
 * clock does. Otherwise it follows the wall clock: what a gap lacks is skipped, both passes of an overlap fire.
 */
import type { DayRule, DstPolicy } from "../../runtime/model/index.ts";
import { dayRules } from "./days.ts";
import { type FieldName, type FieldSpec, fiveFields, sixFields } from "./fields.ts";
import { insteadOf } from "./instead.ts";
import { type Item, readItem } from "./items.ts";
import type { PlainReader } from "./library.ts";
import { macroOf } from "./macros.ts";
import { createProblems, type Problem, type Problems } from "./problem.ts";
import { type Piece, pieces, splitFields } from "./split.ts";

/** What an expression says, before a zone and bounds join it. */
export interface CronMeaning {
  readonly days: readonly DayRule[];
  /** Seconds of the day, ascending. */
  readonly clocks: readonly number[];
  readonly fixed: boolean;
}

/** A meaning and what is to be said about it; errors and a meaning may stand together. */
export interface CronReading {
  /** Absent where the expression cannot be read. */
  readonly meaning?: CronMeaning;
  readonly problems: readonly Problem[];
}

type Fields = Readonly<Record<FieldName, readonly Item[]>>;

/** What a change of the clock does to a fixed job, and to one that follows the clock. */
export const cronDst = (fixed: boolean): DstPolicy =>
  fixed ? { gap: "after", overlap: "first" } : { gap: "skip", overlap: "both" };

/** Reads an expression or a word such as `@daily`. Never throws. */
export function readCron(expression: string, plain: PlainReader): CronReading {
  const problems = createProblems();
  const split = splitFields(macroOf(expression) ?? expression);
  const zone = /^(?:CRON_)?TZ=(.+)$/.exec(split[0]?.text ?? "");
  if (zone && split[0]) {
    problems.add("cron/unsupported", split[0], {
      item: split[0].text,
      spelling: `\`in ${zone[1]}\` after the expression`,
    });
    return { problems: problems.found };
  }
  const specs = split.length === 6 ? sixFields : fiveFields;
  if (split.length !== specs.length) {
    problems.add(...wrongCount(expression, split));
    return { problems: problems.found };
  }
  const fields: Record<string, readonly Item[]> = { second: [{ values: [0] }] };
  specs.forEach((spec, i) => {
    const piece = split[i];
    if (piece !== undefined) fields[spec.name] = readField(piece, spec, plain, problems);
  });
  const text = (name: FieldName): string => split[specs.findIndex((spec) => spec.name === name)]?.text ?? "0";
  if (fields.dayOfMonth?.length !== 0 && fields.dayOfWeek?.length !== 0) warnOfDays(split, problems);
  const unread = specs.some(({ name }) => fields[name]?.length === 0);
  if (unread) return { problems: problems.found };
  return { meaning: meaningOf(fields as Fields, text), problems: problems.found };
}

/** Empty where any item could not be read. */
function readField(piece: Piece, spec: FieldSpec, plain: PlainReader, problems: Problems): readonly Item[] {
  const isDay = spec.name === "dayOfMonth" || spec.name === "dayOfWeek";
  if (isDay && piece.text === "?") return readField({ ...piece, text: "*" }, spec, plain, problems);
  const parts = pieces(piece.text, /,/g, piece.start);
  if (parts.some(({ text }) => text === "")) {
    problems.add("cron/bad-field", piece, { item: piece.text, field: spec.says });
    return [];
  }
  const items = parts.map((item) => readItem(item, spec, plain, problems));
  return items.every((item) => item !== undefined) ? items : [];
}

/** The fields joined: clocks are the product of three of them, days the work of the others. */
function meaningOf(fields: Fields, text: (name: FieldName) => string): CronMeaning {
  const values = (name: FieldName): readonly number[] =>
    [...new Set(fields[name].flatMap((item) => item.values))].sort((a, b) => a - b);
  const clocks = values("hour").flatMap((hour) =>
    values("minute").flatMap((minute) => values("second").map((second) => hour * 3600 + minute * 60 + second)),
  );
  const star = startsOpen(text("dayOfMonth")) || startsOpen(text("dayOfWeek"));
  return {
    days: dayRules({ ...fields, star }),
    clocks,
    fixed: !text("minute").startsWith("*") && !text("hour").startsWith("*"),
  };
}

/** What the rule for the two day fields takes for a star. */
function startsOpen(text: string): boolean {
  return text.startsWith("*") || text === "?";
}

/** Crons differ, and readers with them, as soon as both day fields say something. */
function warnOfDays(split: readonly Piece[], problems: Problems): void {
  const [date, weekday] = [split.at(-3), split.at(-1)];
  if (date === undefined || weekday === undefined) return;
  if (isOpen(date) || isOpen(weekday)) {
    const [piece, name, says] = isOpen(date)
      ? ([weekday, "dayOfWeek", "day of week"] as const)
      : ([date, "dayOfMonth", "day of month"] as const);
    const step = Number(/^\*\/(\d+)$/.exec(piece.text)?.[1] ?? 1);
    const params = { item: piece.text, field: says, instead: insteadOf(name, step) };
    // Every seventh day of the week is one day of it, as even as can be.
    if (step > 1 && !(name === "dayOfWeek" && step === 7)) problems.add("cron/uneven-step", piece, params);
    return;
  }
  const star = [date, weekday].find(({ text }) => text.startsWith("*"));
  if (star === undefined) problems.add("cron/either-day", date, { dayOfMonth: date.text, dayOfWeek: weekday.text });
  else problems.add("cron/both-days", star, { star: star.text, other: (star === date ? weekday : date).text });
}

/** Whether the field leaves every day in. */
function isOpen({ text }: Piece): boolean {
  return text === "*" || text === "?" || text === "*/1";
}

/** Why the text has no five or six fields: a word, a year, or a miscount. */
function wrongCount(expression: string, split: readonly Piece[]): Parameters<Problems["add"]> {
  const whole = { start: 0, text: expression };
  const [first] = split;
  if (first?.text.startsWith("@")) {
    const spelling =
      first.text.toLowerCase() === "@reboot" ? "`once on startup`" : "`every 5 minutes`, `every day at midnight`";
    return ["cron/unsupported", whole, { item: expression.trim(), spelling }];
  }
  if (split.length === 7) {
    const year = split[6] ?? whole;
    return [
      "cron/unsupported",
      year,
      { item: year.text, spelling: "`from 2026-01-01 until 2026-12-31` after the expression" },
    ];
  }
  return ["cron/field-count", whole, { count: split.length }];
}
