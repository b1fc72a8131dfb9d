/** `the nth`, days of the year and their moves as picks: days chosen within a period. */
import type { Adjust, MonthDay, Nth, OffsetClause } from "../../../dsl/index.ts";
import type { DayChoice, Pick, Weekday } from "../../../runtime/model/index.ts";
import { addDays } from "./civil-text.ts";
import { ascending, ordered } from "./order.ts";
import { refuse } from "./refusal.ts";

/** What `the nth` can be counted in. */
export type PickPeriod = Pick["in"];

/** Ordinals within a period, with what becomes of closed and missing days. */
export function nthPick(period: PickPeriod, nths: readonly Nth[], adjust?: Adjust): Pick {
  return pick(period, nths.map(dayChoice), adjust);
}

/** The one form of a pick. */
export function pick(period: PickPeriod, of: readonly DayChoice[], adjust?: Adjust): Pick {
  // A clamped range is no list of its days: it ends with the period, while each day of a list would be moved there.
  if (adjust?.kind === "clamp") return { in: period, of: ordered(of, rank), clamp: true };
  const chosen = { in: period, of: ordered(joinedDays(of), rank) };
  if (adjust === undefined) return chosen;
  return { ...chosen, move: adjust.to, ...(adjust.day === "workday" && { to: "workday" }) };
}

/** Plain days and ranges of them in one form: three in a row or more are a range. */
function joinedDays(of: readonly DayChoice[]): readonly DayChoice[] {
  const days = ascending(of.flatMap(plainDays));
  const joined = of.filter((choice) => plainDays(choice).length === 0);
  for (let i = 0; i < days.length; ) {
    let j = i;
    while (days[j + 1] === (days[j] ?? 0) + 1) j++;
    const [first = 0, last = 0] = [days[i], days[j]];
    if (j - i >= 2) joined.push({ first, last });
    else joined.push(...days.slice(i, j + 1).map((nth): DayChoice => ({ nth, day: "day" })));
    i = j + 1;
  }
  return joined;
}

/** The days that a choice counts from the start of its period; none for any other kind. */
function plainDays(choice: DayChoice): readonly number[] {
  if ("first" in choice) return Array.from({ length: choice.last - choice.first + 1 }, (_, i) => choice.first + i);
  const isPlain = "nth" in choice && choice.day === "day" && choice.nth > 0 && choice.after === undefined;
  return isPlain ? [choice.nth] : [];
}

/** By their place in the period; those counted from its end come first. */
export function rank(choice: DayChoice): number {
  if ("month" in choice) return choice.month * 100 + choice.date;
  if ("nth" in choice) return choice.nth;
  return "first" in choice ? choice.first : 0;
}

/** `3 days before the last day`: the chosen days, moved as a whole. */
export function offsetPick(period: PickPeriod, offset: OffsetClause, nth: Nth): Pick {
  const [part, more] = offset.count.parts;
  if (part === undefined || more !== undefined) refuse(offset, "an offset has one unit");
  const { amount, unit } = part;
  if (unit !== "day" && unit !== "week" && unit !== "weekday" && unit !== "workday")
    refuse(offset, `an offset of ${unit}s goes with no day`);
  const by = offset.side === "before" ? -amount : amount;
  return { ...nthPick(period, [nth]), ...(by !== 0 && { offset: { by, unit } }) };
}

/** Without a kind, an ordinal counts days. */
function dayChoice(nth: Nth): DayChoice {
  if (nth.to !== undefined) return { first: nth.nth, last: nth.to };
  const day = kindOf(nth);
  if (nth.rel === undefined) return { nth: nth.nth, day };
  return { nth: nth.nth, day, [nth.rel.side]: nth.rel.nth };
}

function kindOf(nth: Nth): "day" | "weekday" | "workday" | Weekday {
  return (nth.day ?? "day") as "day" | "weekday" | "workday" | Weekday;
}

/** February 29 among them. */
type DayOfYear = Omit<MonthDay, "span">;

/** Each day from one to another, both within, over the new year where the first is the later. */
export function yearDays(from: MonthDay, to: MonthDay = from): readonly DayOfYear[] {
  // A leap year has every day that any year has.
  const days: DayOfYear[] = [];
  for (let at = { year: 2000, month: from.month, day: from.day }; days.length < 366; at = addDays(at, 1)) {
    days.push({ month: at.month, day: at.day });
    if (at.month === to.month && at.day === to.day) return days;
  }
  return days;
}
