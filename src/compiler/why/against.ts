/** Every clause of a trigger that keeps it from an instant, the nearest first. */
import { type Clause, type EveryNode, printClause, type TriggerNode } from "../../dsl/index.ts";
import type { CalendarTrigger, ElapsedTrigger, InstantsTrigger, Times } from "../../runtime/model/index.ts";
import {
  asWritten,
  formatDate,
  isFire,
  localTime,
  nextFire,
  parseDate,
  previousFire,
  weekdayOf,
} from "../../runtime/trigger/index.ts";
import { dayName } from "../explain/lists.ts";
import { clockText, type LowerContext, lowerHeld, lowerHeldDays, Refusal } from "../plan/index.ts";
import { daySeconds } from "../proof/index.ts";
import { namesOn } from "./calendar-entries.ts";
import { withheldBy } from "./clock.ts";
import type { Reason } from "./types.ts";

type Member = CalendarTrigger | ElapsedTrigger | InstantsTrigger;
const everySecond: Exclude<Times, { readonly random: string }> = { every: 1000, ranges: [["00:00", "23:59:59"]] };

/** Of one member of what the node means. */
export function reasonsAgainst(
  node: TriggerNode,
  member: Member,
  instant: number,
  context: LowerContext,
): readonly Reason[] {
  if (member.kind === "instants") return [{ kind: "times", text: "it is none of the instants named", span: node.span }];
  const { zone } = member;
  const { date, seconds } = localTime(zone, instant);
  const today = parseDate(date);
  const withheld = member.kind === "calendar" ? withheldBy(member, instant) : undefined;
  const dst: readonly Reason[] = withheld === undefined ? [] : [{ kind: "dst", text: withheld, span: node.span }];
  const { reasons: times, day } = timeReasons(node, member, today, seconds, instant);
  const clauses = node.kind === "every" || node.kind === "cron" ? node.clauses : [];
  const found: Reason[] = [...dst, ...(dst.length > 0 ? [] : times)];
  const days: Reason[] = [];
  const bounds: Reason[] = [];
  for (const clause of clauses) {
    const reason = clauseReason(node, clause, { zone, instant, day, context });
    if (reason === undefined) continue;
    (reason.kind === "days" ? days : reason.kind === "bound" ? bounds : found).push(reason);
  }
  if (node.kind === "every") days.unshift(...headReasons(node, member, day, context));
  if (
    days.length === 0 &&
    !isOpen({ ...member, kind: "calendar", times: everySecond, dst: { gap: "skip", overlap: "both" } }, day)
  ) {
    const removed = found.some(({ kind }) => kind === "exception");
    if (!removed) days.push({ kind: "days", text: `${dayText(day)} is none of its days`, span: placeOfDays(node) });
  }
  const all = [...found, ...days, ...bounds];
  return all.length > 0
    ? all
    : [{ kind: "times", text: "its clauses together leave this instant out", span: node.span }];
}

interface Asked {
  readonly zone: string;
  readonly instant: number;
  /** The day that a fire at the instant would belong to. */
  readonly day: number;
  readonly context: LowerContext;
}

/** Whether the time is one of the day's; a tail after midnight belongs to the day before. */
function timeReasons(
  node: TriggerNode,
  member: CalendarTrigger | ElapsedTrigger,
  today: number,
  seconds: number,
  instant: number,
): { readonly reasons: readonly Reason[]; readonly day: number } {
  if (member.kind === "elapsed") {
    const { from: _from, until: _until, during: _during, except: _except, ...rest } = member;
    const free: ElapsedTrigger = { ...rest, days: [{}] };
    if (isFire(free, instant)) return { reasons: [], day: today };
    const near = [previousFire(free, instant), nextFire(free, instant)].flatMap((at) =>
      at === undefined ? [] : [localWords(at, member.zone)],
    );
    const text = `no step falls here; the nearest ${near.length === 1 ? "is" : "are"} ${near.join(" and ")}`;
    return { reasons: [{ kind: "times", text, span: placeOfTimes(node) }], day: today };
  }
  if ("random" in member.times) {
    return {
      reasons: [{ kind: "times", text: "another time was drawn for the day", span: placeOfTimes(node) }],
      day: today,
    };
  }
  const { during: _during, except, ...rest } = member;
  const { windows: _windows, ...days } = except ?? {};
  const written = asWritten({ ...rest, except: days }, member.times);
  const own = written.timesOf(today);
  if (own.includes(seconds)) return { reasons: [], day: today };
  if (written.timesOf(today - 1).includes(seconds + daySeconds)) return { reasons: [], day: today - 1 };
  const before = own.filter((time) => time < seconds).at(-1);
  const after = own.find((time) => time > seconds);
  const near = [before, after].flatMap((time) => (time === undefined ? [] : [clockText(time)]));
  const nearest = near.length === 0 ? "" : `; the nearest ${near.length === 1 ? "is" : "are"} ${near.join(" and ")}`;
  const text = `${clockText(seconds)} is none of its times${nearest}`;
  return { reasons: [{ kind: "times", text, span: placeOfTimes(node) }], day: today };
}

/** The clause by itself, behind `every second of every day`: does it hold the instant? */
function clauseReason(node: TriggerNode, clause: Clause, { zone, instant, day, context }: Asked): Reason | undefined {
  const held = (clauses: readonly Clause[], unit?: Parameters<typeof lowerHeld>[4]): CalendarTrigger | undefined => {
    try {
      return lowerHeld(clause, clauses, zone, context, unit);
    } catch (error) {
      // Some clauses have no meaning by themselves; those around them tell.
      if (error instanceof Refusal) return undefined;
      throw error;
    }
  };
  const words = `\`${printClause(clause)}\``;
  switch (clause.kind) {
    case "from":
    case "until": {
      const alone = held([clause]);
      if (alone === undefined || isFire(alone, instant)) return undefined;
      const text = clause.kind === "from" ? `it lies before ${words}` : `it lies after ${words}`;
      return { kind: "bound", text, span: clause.span };
    }
    case "during": {
      const alone = held([clause]);
      if (alone === undefined || isFire(alone, instant)) return undefined;
      return { kind: "window", text: `it lies outside ${words}`, span: clause.span };
    }
    case "except": {
      for (const item of clause.items) {
        const single: Clause = { ...clause, items: [item], span: item.span };
        const alone = held([single]);
        if (alone === undefined) continue;
        if (isFire(alone, instant) && isOpen(alone, day)) continue;
        const names = "name" in item ? namesOn(context.calendarNamed(item.name.text), day) : "";
        return { kind: "exception", text: `\`${printClause(single)}\` takes it out${names}`, span: item.span };
      }
      return undefined;
    }
    case "on":
    case "offset":
    case "inMonths":
    case "inWeeks": {
      const months = clause.kind === "on" ? clausesOfKind(node, "inMonths") : [];
      const alone = held([clause, ...months], clause.kind === "on" || clause.kind === "offset" ? unitOf(node) : "day");
      if (alone === undefined || isOpen(alone, day)) return undefined;
      const inMonths = months.length > 0 ? held(months) : undefined;
      if (inMonths && !isOpen(inMonths, day)) return undefined;
      return { kind: "days", text: `${dayText(day)} is not ${words}`, span: clause.span };
    }
    default:
      return undefined;
  }
}

/** The days of the week that the head names, or the periods that it counts. */
function headReasons(
  node: EveryNode,
  member: CalendarTrigger | ElapsedTrigger,
  day: number,
  context: LowerContext,
): readonly Reason[] {
  const { head } = node;
  if (head.kind === "days") {
    if (isOpen(lowerHeldDays(head.days, member.zone, context), day)) return [];
    return [{ kind: "days", text: `${dayText(day)} is none of the days that it names`, span: head.span }];
  }
  const cycle = member.days.find((rule) => rule.cycle)?.cycle;
  if (cycle === undefined || member.kind !== "calendar") return [];
  const counted: CalendarTrigger = {
    kind: "calendar",
    zone: "UTC",
    days: [{ cycle }],
    times: everySecond,
    dst: { gap: "skip", overlap: "both" },
  };
  if (isOpen(counted, day)) return [];
  const text = `the ${cycle.unit} of ${dayText(day)} is not counted: every ${cycle.every} ${cycle.unit}s from ${cycle.anchor}`;
  return [{ kind: "days", text, span: head.span }];
}

function clausesOfKind(node: TriggerNode, kind: Clause["kind"]): readonly Clause[] {
  return node.kind === "every" ? node.clauses.filter((clause) => clause.kind === kind) : [];
}

/** The period in which ordinals are counted under the head. */
function unitOf(node: TriggerNode): Parameters<typeof lowerHeld>[4] {
  if (node.kind !== "every" || node.head.kind === "days") return "day";
  const unit = node.head.kind === "unit" ? node.head.unit : node.head.count.parts[0]?.unit;
  return unit === "week" || unit === "month" || unit === "quarter" || unit === "year" ? unit : "day";
}

function isOpen(trigger: CalendarTrigger, day: number): boolean {
  return asWritten(trigger, everySecond).nextDay(day) === day;
}

function placeOfTimes(node: TriggerNode): Reason["span"] {
  if (node.kind === "cron") return node.expression.span;
  if (node.kind !== "every") return node.span;
  const times = node.clauses.filter(({ kind }) => kind === "at" || kind === "ranges" || kind === "offset");
  const [first, last] = [times[0], times.at(-1)];
  return first && last ? { start: first.span.start, end: last.span.end } : node.head.span;
}

function placeOfDays(node: TriggerNode): Reason["span"] {
  return node.kind === "cron" ? node.expression.span : node.kind === "every" ? node.head.span : node.span;
}

function dayText(day: number): string {
  return `${dayName(weekdayOf(day))} ${formatDate(day)}`;
}

function localWords(instant: number, zone: string): string {
  const { date, seconds } = localTime(zone, instant);
  return `${date} ${clockText(seconds)}`;
}
