/** `the nth`, days of the year and their moves as picks: days chosen within a period. */
import type { Adjust, MonthDay, Nth, OffsetClause } from "../../../dsl/index.ts";
import type { DayChoice, Pick, Weekday } from "../../../runtime/model/index.ts";
import { addDays } from "./civil-text.ts";
import { ordered } from "./order.ts";
import { refuse } from "./refusal.ts";

export type PickPeriod = Pick["in"];

export function nthPick(period: PickPeriod, nths: readonly Nth[], adjust?: Adjust): Pick {
  return pick(period, nths.map(dayChoice), adjust);
}

export function pick(period: PickPeriod, of: readonly DayChoice[], adjust?: Adjust): Pick {
  const chosen = { in: period, of: ordered(of, rank) };
  if (adjust === undefined) return chosen;
  if (adjust.kind === "clamp") return { ...chosen, clamp: true };
  if (adjust.day === "workday") refuse(adjust, "a workday needs a calendar, and calendars are not compiled yet");
  return { ...chosen, move: adjust.to };
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
  if (unit !== "day" && unit !== "week" && unit !== "weekday") refuse(offset, `an offset of ${unit}s goes with no day`);
  const by = offset.side === "before" ? -amount : amount;
  return { ...nthPick(period, [nth]), ...(by !== 0 && { offset: { by, unit } }) };
}

export function dayChoice(nth: Nth): DayChoice {
  if (nth.to !== undefined) return { first: nth.nth, last: nth.to };
  const day = kindOf(nth);
  if (nth.rel === undefined) return { nth: nth.nth, day };
  return { nth: nth.nth, day, [nth.rel.side]: nth.rel.nth };
}

function kindOf(nth: Nth): "day" | "weekday" | Weekday {
  if (nth.day === "workday") return refuse(nth, "a workday needs a calendar, and calendars are not compiled yet");
  return (nth.day ?? "day") as "day" | "weekday" | Weekday;
}

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
