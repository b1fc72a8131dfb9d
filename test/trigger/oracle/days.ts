/** The oracle's days: each rule asked of one day at a time, each count made by walking day by day. */
import type {
  Calendar,
  Cycle,
  DayChoice,
  DayRule,
  DaySet,
  Period,
  Pick,
  Scope,
} from "../../../src/runtime/model/index.ts";

const MS = 86_400_000;

export const utc = (day: number): Date => new Date(day * MS);
const dayFrom = (year: number, month: number, date: number): number => Date.UTC(year, month - 1, date) / MS;
export const parseDay = (date: string): number => Date.parse(`${date}T00:00:00Z`) / MS;
export const isoWeekday = (day: number): number => utc(day).getUTCDay() || 7;

function startOf(unit: Period, day: number): number {
  const date = utc(day);
  const year = date.getUTCFullYear();
  const month = date.getUTCMonth() + 1;
  if (unit === "day") return day;
  if (unit === "week") {
    let monday = day;
    while (isoWeekday(monday) !== 1) monday--;
    return monday;
  }
  if (unit === "month") return dayFrom(year, month, 1);
  if (unit === "quarter") return dayFrom(year, month - ((month - 1) % 3), 1);
  return dayFrom(year, 1, 1);
}

/** The first day of the period after the one that holds a day. */
function endOf(unit: Period, day: number): number {
  const start = startOf(unit, day);
  let end = start + 1;
  while (startOf(unit, end) === start) end++;
  return end;
}

function isoWeek(day: number): number {
  let thursday = startOf("week", day) + 3;
  const year = utc(thursday).getUTCFullYear();
  let week = 0;
  for (; utc(thursday).getUTCFullYear() === year; thursday -= 7) week++;
  return week;
}

function cycleCounts(cycle: Cycle, day: number): boolean {
  const number = (at: number): number => {
    const date = utc(at);
    const months = date.getUTCFullYear() * 12 + date.getUTCMonth();
    if (cycle.unit === "day") return at;
    if (cycle.unit === "week") return startOf("week", at) / 7;
    return Math.floor(months / (cycle.unit === "month" ? 1 : cycle.unit === "quarter" ? 3 : 12));
  };
  const since = Math.round(number(startOf(cycle.unit, day)) - number(startOf(cycle.unit, parseDay(cycle.anchor))));
  return since >= 0 && since % cycle.every === 0;
}

type Kind = "day" | "weekday" | "workday" | number;

function isKind(kind: Kind, day: number, calendar: Calendar | undefined): boolean {
  const weekday = isoWeekday(day);
  if (kind === "workday") return isWorkday(calendar, day);
  return kind === "day" || (kind === "weekday" ? weekday <= 5 : weekday === kind);
}

function walk(kind: Kind, from: number, way: 1 | -1, count: number, calendar: Calendar | undefined): number {
  let left = count;
  for (let day = from; ; day += way) if (isKind(kind, day, calendar) && --left === 0) return day;
}

function choose(
  choice: DayChoice,
  start: number,
  end: number,
  clamp: boolean,
  calendar: Calendar | undefined,
): number[] {
  const period = Array.from({ length: end - start }, (_, at) => start + at);
  if ("weekdays" in choice) return period.filter((day) => (choice.weekdays as number[]).includes(isoWeekday(day)));
  if ("first" in choice) {
    const days = period.slice(choice.first - 1, choice.last);
    return clamp && choice.last > period.length ? [...days, end - 1] : days;
  }
  if ("month" in choice) {
    return period.filter((day) => utc(day).getUTCMonth() + 1 === choice.month && utc(day).getUTCDate() === choice.date);
  }
  if ("open" in choice) return period.filter((day) => isWorkday(calendar, day));
  const { nth, day, after, before } = choice;
  if (after !== undefined) return after > period.length ? [] : [walk(day, start + after, 1, Math.abs(nth), calendar)];
  if (before !== undefined) {
    return before > period.length ? [] : [walk(day, start + before - 2, -1, Math.abs(nth), calendar)];
  }
  const matching = period.filter((at) => isKind(day, at, calendar));
  const found = matching.at(nth > 0 ? nth - 1 : nth);
  if (found !== undefined) return [found];
  return clamp && day === "day" && nth > 0 ? [end - 1] : [];
}

function moved(day: number, pick: Pick, calendar: Calendar | undefined): number | undefined {
  let at = day;
  const { offset, move } = pick;
  const kind = pick.to ?? "weekday";
  const isOpen = (day: number): boolean => isKind(kind, day, calendar);
  if (offset && offset.by !== 0) {
    const way = offset.by > 0 ? 1 : -1;
    if (offset.unit === "weekday" || offset.unit === "workday") {
      at = walk(offset.unit, at + way, way, Math.abs(offset.by), calendar);
    } else at += offset.by * (offset.unit === "week" ? 7 : 1);
  }
  if (move === undefined || isOpen(at)) return at;
  if (move === "next") return walk(kind, at, 1, 1, calendar);
  if (move === "previous") return walk(kind, at, -1, 1, calendar);
  for (let by = 1; by < 31; by++) {
    for (const near of [at - by, at + by]) {
      if (isOpen(near) && utc(near).getUTCMonth() === utc(at).getUTCMonth()) return near;
    }
  }
  return undefined;
}

const LENGTH = { day: 1, week: 7, month: 28, quarter: 90, year: 365 };

function pickHas(pick: Pick, rule: DayRule, day: number, calendar: Calendar | undefined): boolean {
  const { cycle, months } = rule;
  // No pick of the tests leads further than this out of its period.
  const far = 90;
  for (let start = startOf(pick.in, day - far); start <= day + far; start = endOf(pick.in, start)) {
    if (cycle && LENGTH[cycle.unit] >= LENGTH[pick.in] && !cycleCounts(cycle, start)) continue;
    const end = endOf(pick.in, start);
    const chosen = pick.of.flatMap((choice) =>
      choose(choice, start, end, pick.clamp === true, calendar).filter((at) => {
        const tested = "weekdays" in choice || "open" in choice ? at : start;
        return !months || months.includes(utc(tested).getUTCMonth() + 1);
      }),
    );
    if (chosen.some((at) => moved(at, pick, calendar) === day)) return true;
  }
  return false;
}

export function ruleHas(rule: DayRule, day: number, calendar?: Calendar): boolean {
  if (rule.open && !isWorkday(calendar, day)) return false;
  const { cycle, months, weekdays, weeks, picks = [] } = rule;
  if (weekdays && !(weekdays as readonly number[]).includes(isoWeekday(day))) return false;
  if (weeks && (isoWeek(day) % 2 === 0) !== (weeks === "even")) return false;
  if (picks.length === 0) {
    if (months && !months.includes(utc(day).getUTCMonth() + 1)) return false;
    return !cycle || cycleCounts(cycle, day);
  }
  if (cycle && picks.some((pick) => LENGTH[cycle.unit] < LENGTH[pick.in]) && !cycleCounts(cycle, day)) return false;
  return picks.every((pick) => pickHas(pick, rule, day, calendar));
}

const known = new WeakMap<Calendar, Map<number, boolean>>();

/** Asked of one day at a time; the answers are kept, since walks ask for the same days over and over. */
export function isWorkday(calendar: Calendar | undefined, day: number): boolean {
  if (!calendar) throw new Error("a workday without a calendar");
  const days = known.get(calendar) ?? new Map<number, boolean>();
  known.set(calendar, days);
  const answer = days.get(day) ?? isOpen(calendar, day);
  days.set(day, answer);
  return answer;
}

/** Open days before holidays before the weekend: the first that speaks of a day decides. */
function isOpen(calendar: Calendar, day: number): boolean {
  if (setHas(calendar.open, day)) return true;
  if (setHas(calendar.holidays, day)) return false;
  return !(calendar.weekend as readonly number[]).includes(isoWeekday(day));
}

function setHas(set: DaySet | undefined, day: number, calendar?: Calendar): boolean {
  if (set?.days?.some((rule) => ruleHas(rule, day, calendar))) return true;
  if (set?.dates?.some(([first, last]) => day >= parseDay(first) && day <= parseDay(last))) return true;
  const of = (month: number, date: number): number => month * 100 + date;
  const today = of(utc(day).getUTCMonth() + 1, utc(day).getUTCDate());
  return (
    set?.yearly?.some(([month, date, toMonth, toDate]) => {
      const first = of(month, date);
      const last = of(toMonth, toDate);
      return first <= last ? today >= first && today <= last : today >= first || today <= last;
    }) ?? false
  );
}

/** Whether a day opens: a rule has it and no exception by day takes it out. */
export function opens(rules: readonly DayRule[], { except, calendar }: Partial<Scope>, day: number): boolean {
  if (!rules.some((rule) => ruleHas(rule, day, calendar))) return false;
  if (setHas(except, day, calendar)) return false;
  return !except?.holidays?.some(({ holidays, open }) => setHas(holidays, day) && !setHas(open, day));
}
