/** How many fires a period has, at least and at most, over every whole period of the life span. */
import { monthOf, monthStart, weekOf, weekStart } from "../../runtime/trigger/index.ts";
import { type DaySet, dayTotal, firstDay, hasDay, lastDay } from "./day-set.ts";
import { byDate } from "./merge.ts";
import { daySeconds, type Written } from "./written.ts";

/** Parts of a day are those of the clock; days may be some of them alone. */
export type Unit =
  | { readonly unit: "minute" | "hour" | "week" | "month" | "quarter" | "year" }
  | { readonly unit: "day"; readonly among?: DaySet };

export interface Tally {
  readonly least: number;
  readonly most: number;
  /** The first periods, as local seconds of their starts, whose count is another than was asked for. */
  readonly others: readonly { readonly start: number; readonly fires: number }[];
}

/** How many periods with another count are told. */
const told = 3;

/**
 * Undefined where no whole period lies within the life span. `expected` makes `others` those that differ from it,
 * sought from the day `seekFrom` on before those earlier. Fires count for the day that opened; `minute` and `hour`, for the clock that shows.
 */
export function tallyOf(all: readonly Written[], unit: Unit, expected?: number, seekFrom = 0): Tally | undefined {
  const first = Math.min(...all.map((one) => one.first));
  const last = Math.max(...all.map((one) => one.last));
  const periods = unit.unit === "minute" || unit.unit === "hour" ? clockPeriods(all, unit.unit) : dayPeriods(all, unit);
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  const others: { start: number; fires: number }[] = [];
  const earlier: { start: number; fires: number }[] = [];
  for (const { start, end, fires } of periods) {
    if (start < first || end - 1 > last) continue;
    least = Math.min(least, fires);
    most = Math.max(most, fires);
    if (expected === undefined || fires === expected) continue;
    const list = start >= seekFrom * daySeconds ? others : earlier;
    if (list.length < told) list.push({ start, fires });
  }
  if (least > most) return undefined;
  return { least, most, others: [...others, ...earlier].slice(0, told) };
}

interface CountedPeriod {
  readonly start: number;
  readonly end: number;
  readonly fires: number;
}

function* dayPeriods(all: readonly Written[], { unit, ...rest }: Unit): Generator<CountedPeriod, void, undefined> {
  const counts = countsOf(all);
  if (unit === "day") {
    const among = "among" in rest ? rest.among : undefined;
    for (let day = firstDay; day <= lastDay; day++) {
      if (among && !hasDay(among, day)) continue;
      yield { start: day * daySeconds, end: (day + 1) * daySeconds, fires: counts[day - firstDay] ?? 0 };
    }
    return;
  }
  const next = nextStart(unit);
  for (let start = next(firstDay - 1); ; ) {
    const end = next(start);
    if (end > lastDay + 1) return;
    let fires = 0;
    for (let day = start; day < end; day++) fires += counts[day - firstDay] ?? 0;
    yield { start: start * daySeconds, end: end * daySeconds, fires };
    start = end;
  }
}

/** The first day after a given one on which such a period starts. */
function nextStart(unit: Exclude<Unit["unit"], "day">): (day: number) => number {
  if (unit === "week") return (day) => weekStart(weekOf(day) + 1);
  const months = unit === "year" ? 12 : unit === "quarter" ? 3 : 1;
  return (day) => monthStart((Math.floor(monthOf(day) / months) + 1) * months);
}

function countsOf(all: readonly Written[]): Uint32Array {
  const counts = new Uint32Array(dayTotal);
  for (const written of all) {
    for (let i = 0; i < dayTotal; i++) {
      const day = firstDay + i;
      if (hasDay(written.days, day)) counts[i] = (counts[i] ?? 0) + written.timesOf(day).length;
    }
  }
  return counts;
}

/** Every part of every day; days that fire alike are counted once, and give one period for each count they have. */
function* clockPeriods(all: readonly Written[], unit: "minute" | "hour"): Generator<CountedPeriod, void, undefined> {
  const length = unit === "hour" ? 3600 : 60;
  const dated = all.map(byDate);
  const first = Math.min(...all.map((one) => one.first));
  const last = Math.max(...all.map((one) => one.last));
  const known = new Map<string, readonly CountedPeriod[]>();
  const ids = new Map<readonly number[], number>();
  for (let day = firstDay; day <= lastDay; day++) {
    const start = day * daySeconds;
    if (start + daySeconds <= first || start > last) continue;
    const lists = dated.map((one) => one.timesOf(day));
    const whole = start >= first && start + daySeconds - 1 <= last;
    const key = lists.map((list) => idOf(list, ids)).join();
    const periods = (whole ? known.get(key) : undefined) ?? partsOf(lists, length, whole);
    if (whole) known.set(key, periods);
    for (const part of periods) yield { start: start + part.start, end: start + part.end, fires: part.fires };
  }
}

function idOf(list: readonly number[], ids: Map<readonly number[], number>): number {
  const id = ids.get(list) ?? ids.size;
  ids.set(list, id);
  return id;
}

/** All parts of a day in which a bound may lie; else the first of each count. */
function partsOf(lists: readonly (readonly number[])[], length: number, oneEach: boolean): readonly CountedPeriod[] {
  const counts = new Array<number>(daySeconds / length).fill(0);
  for (const list of lists)
    for (const time of list) counts[Math.floor(time / length)] = (counts[Math.floor(time / length)] ?? 0) + 1;
  const periods = counts.map((fires, i) => ({ start: i * length, end: (i + 1) * length, fires }));
  return oneEach ? [...new Map(periods.toReversed().map((one) => [one.fires, one])).values()] : periods;
}
