/**
 * The oracle: every fire of a trigger in a span, by asking of each day and each of its minutes (or seconds) whether the
 * trigger's JSON means it, and of each instant that results whether its limits let it be. Slow, and simple to believe.
 */
import type {
  Calendar,
  CalendarTrigger,
  ClockRange,
  ElapsedTrigger,
  InstantsTrigger,
  Point,
  Scope,
  Times,
  Trigger,
  Window,
} from "../../../src/runtime/model/index.ts";
import { draw, seedOf } from "../../../src/runtime/trigger/index.ts";
import { isoWeekday, isWorkday, opens } from "./days.ts";
import { firstInstantOf, gapOf, instantsOf, offsetOf, type Stretch, stretchesOf } from "./zone.ts";

const DAY = 86_400;

/** Fire times exist from 1900 to the end of 2400. */
const FIRST = Date.UTC(1900, 0, 1) / 1000;
const LAST = Date.UTC(2401, 0, 1) / 1000 - 1;

/** The fires from one second to another, both within, as seconds; times are looked for every `grain` seconds. */
export function oracleFires(trigger: Trigger, from: number, until: number, grain: number): number[] {
  const found = new Set<number>();
  const add = (second: number): void => {
    if (second >= Math.max(from, FIRST) && second <= Math.min(until, LAST)) found.add(second);
  };
  if (trigger.kind === "union") {
    for (const member of trigger.of) for (const second of oracleFires(member, from, until, grain)) add(second);
  } else if (trigger.kind === "calendar") calendar(trigger, from, until, grain, add);
  else if (trigger.kind === "elapsed") elapsed(trigger, until, add);
  else if (trigger.kind === "instants") instants(trigger, add);
  return [...found].sort((a, b) => a - b);
}

function calendar(
  trigger: CalendarTrigger,
  from: number,
  until: number,
  grain: number,
  add: (at: number) => void,
): void {
  const { zone, dst, times } = trigger;
  const stretches = stretchesOf(zone, from - 4 * DAY, until + 4 * DAY);
  const isLost = (day: number): boolean => {
    for (let at = 0; at < DAY; at += 900) if (instantsOf(stretches, day * DAY + at).length > 0) return false;
    return true;
  };
  const isOpen = (day: number): boolean => opens(trigger.days, trigger, day) && !isLost(day);
  const open = new Map<number, boolean>();
  const first = Math.floor(from / DAY) - 3;
  const last = Math.floor(until / DAY) + 2;
  for (let day = first - 1; day <= last + 1; day++) open.set(day, isOpen(day));
  for (let day = first; day <= last; day++) {
    if (!open.get(day)) continue;
    if ("random" in times) {
      const drawn = drawnFrom(times, day, trigger.calendar, stretches, dst.gap !== "skip");
      if (drawn !== undefined && admits(trigger, drawn, undefined)) add(drawn);
      continue;
    }
    for (let second = 0; second < 2 * DAY; second += grain) {
      if (!isTime(times, day, second, open, trigger.calendar)) continue;
      const local = day * DAY + second;
      if (isLost(Math.floor(local / DAY))) continue;
      const shown = instantsOf(stretches, local);
      if (shown.length > 0) {
        const kept = dst.overlap === "both" ? shown : [dst.overlap === "first" ? shown[0] : shown.at(-1)];
        for (const at of kept) if (at !== undefined && admits(trigger, at, undefined)) add(at);
        continue;
      }
      const gap = gapOf(stretches, local);
      if (!gap || dst.gap === "skip") continue;
      const at = dst.gap === "after" ? gap.at : local - offsetOf(zone, gap.at - 1);
      if (admits(trigger, at, local)) add(at);
    }
  }
}

function isTime(
  times: Times,
  day: number,
  second: number,
  open: ReadonlyMap<number, boolean>,
  calendar: Calendar | undefined,
): boolean {
  if ("at" in times) return times.at.some((clock) => seconds(clock) === second);
  if ("hours" in times) {
    return (
      times.hours.includes(Math.floor(second / 3600)) &&
      times.minutes.includes(Math.floor(second / 60) % 60) &&
      times.seconds.includes(second % 60)
    );
  }
  if ("random" in times) return false;
  const opened = [day - 1, day, day + 1]
    .filter((at) => open.get(at))
    .flatMap((at) =>
      times.ranges
        .filter((range) => opensOn(range, at, calendar))
        .map((range) => ({ first: at * DAY + seconds(range[0]), last: at * DAY + seconds(range[1]), day: at })),
    );
  const local = day * DAY + second;
  const holding = opened.filter((range) => range.first <= local && local <= range.last);
  const latest = Math.max(...holding.map((range) => range.first));
  return holding.some(
    (range) => range.day === day && range.first === latest && ((local - range.first) * 1000) % times.every === 0,
  );
}

function drawnFrom(
  { random: seed, ranges }: Extract<Times, { random: string }>,
  day: number,
  calendar: Calendar | undefined,
  stretches: readonly Stretch[],
  after: boolean,
): number | undefined {
  const real: number[] = [];
  let swallowed: number | undefined;
  for (let second = 0; second < 2 * DAY; second++) {
    const within = ranges.some(
      (range) => opensOn(range, day, calendar) && seconds(range[0]) <= second && second <= seconds(range[1]),
    );
    if (!within) continue;
    const shown = instantsOf(stretches, day * DAY + second);
    real.push(...shown);
    if (shown.length === 0) swallowed ??= gapOf(stretches, day * DAY + second)?.at;
  }
  if (real.length === 0) return after ? swallowed : undefined;
  real.sort((a, b) => a - b);
  return real[draw(seedOf(seed), day, real.length)];
}

function elapsed(trigger: ElapsedTrigger, until: number, add: (at: number) => void): void {
  const anchor = resolve(trigger.anchor, trigger.zone);
  for (let at = anchor; at <= until; at += trigger.every / 1000) {
    const day = Math.floor((at + offsetOf(trigger.zone, at)) / DAY);
    if (opens(trigger.days, trigger, day) && admits(trigger, at, undefined)) add(at);
  }
}

function instants(trigger: InstantsTrigger, add: (at: number) => void): void {
  for (const point of trigger.at) {
    const at = resolve(point, trigger.zone);
    const day = Math.floor((at + offsetOf(trigger.zone, at)) / DAY);
    if (opens([{}], trigger, day) && admits(trigger, at, undefined)) add(at);
  }
}

/** Bounds, windows, exceptions by window and span; `written` is the local time of a fire that DST moved. */
function admits(scope: Scope, at: number, written: number | undefined): boolean {
  const { zone, from, until, during, except } = scope;
  if (from !== undefined && at < resolve(from, zone)) return false;
  if (until !== undefined && at > lastOf(until, zone)) return false;
  const shown = at + offsetOf(zone, at);
  if (during && !during.some((window) => windowHolds(window, scope, at, written ?? shown))) return false;
  if (except?.windows?.some((window) => windowHolds(window, scope, at, shown))) return false;
  if (except?.spans?.some(([first, end]) => at >= resolve(first, zone) && at < resolve(end, zone))) return false;
  if (written === undefined) return true;
  if (except?.windows?.some((window) => windowHolds(window, scope, at, written))) return false;
  return !except?.spans?.some(([first, end]) => written >= local(first) && written < local(end));
}

function windowHolds(window: Window, { zone, calendar }: Scope, at: number, ownLocal: number): boolean {
  const local = window.zone === undefined || window.zone === zone ? ownLocal : at + offsetOf(window.zone, at);
  const today = Math.floor(local / DAY);
  return [today - 1, today].some((day) =>
    window.ranges.some(
      (range) =>
        opensOn(range, day, calendar) &&
        local - day * DAY >= seconds(range[0]) &&
        local - day * DAY <= seconds(range[1]),
    ),
  );
}

function opensOn(range: ClockRange, day: number, calendar: Calendar | undefined): boolean {
  if (range[2] === "workday") return isWorkday(calendar, day);
  return range[2] === undefined || (range[2] as readonly number[]).includes(isoWeekday(day));
}

const clocks = new Map<string, number>();

function seconds(clock: string): number {
  let read = clocks.get(clock);
  if (read === undefined) {
    const [hour = 0, minute = 0, second = 0] = clock.split(":").map(Number);
    read = hour * 3600 + minute * 60 + second;
    clocks.set(clock, read);
  }
  return read;
}

function resolve(point: Point, zone: string): number {
  if (typeof point !== "string") return resolve(point.at, zone) + point.plus / 1000;
  return point.endsWith("Z") ? Date.parse(point) / 1000 : firstInstantOf(zone, Date.parse(`${point}Z`) / 1000);
}

/** The end of a life span; a date's last second means the last instant at which the clock shows that date. */
function lastOf(until: Point, zone: string): number {
  if (typeof until !== "string" || !until.endsWith("T23:59:59")) return resolve(until, zone);
  const second = Date.parse(`${until}Z`) / 1000;
  let last = Number.NaN;
  for (const { first, last: end, offset } of stretchesOf(zone, second - 2 * DAY, second + 2 * DAY)) {
    if (first + offset <= second) last = Math.min(end, second - offset);
  }
  return last;
}

/** The local time a point was written as; not a number, so within nothing, for one in UTC. */
function local(point: Point): number {
  if (typeof point !== "string") return local(point.at) + point.plus / 1000;
  return point.endsWith("Z") ? Number.NaN : Date.parse(`${point}Z`) / 1000;
}
