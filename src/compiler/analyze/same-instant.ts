/** Many jobs that start on one instant, where a delay of each would cost nothing. */
import { type Diagnostic, finding } from "../../dsl/index.ts";
import { isoInstant, type Trigger } from "../../runtime/model/index.ts";
import { prepare } from "../../runtime/trigger/index.ts";
import type { LoweredJob } from "../plan/index.ts";
import { isTimed, lookFrom, membersOf } from "./members.ts";

/** From so many on it is worth a word. */
const crowd = 10;
/** So many others are named; the finding counts them all. */
const named = 20;
/** How far ahead, and how many fires of one job at most. */
const week = 7 * 86_400_000;
/** Jobs that fire more often meet others by their nature; counting on would only cost time. */
const perJob = 200;

/** A job with the file that it stands in. */
export interface Placed {
  readonly file: string;
  readonly job: LoweredJob;
}

/** At most one for a build: the fullest instant of a week, at the first of its jobs. */
export function findCrowds(all: readonly Placed[], now: number | undefined): readonly Diagnostic[] {
  const from = now ?? lookFrom;
  const byInstant = new Map<number, Placed[]>();
  const known = new Map<Trigger, readonly number[]>();
  for (const placed of all) {
    const { jitter, spread } = placed.job.job.policy;
    if (jitter !== undefined || spread !== undefined || !hasClockTimes(placed.job)) continue;
    const { trigger } = placed.job.job;
    const fires = known.get(trigger) ?? weekOf(trigger, from);
    known.set(trigger, fires);
    for (const at of fires) {
      const there = byInstant.get(at);
      if (there) there.push(placed);
      else byInstant.set(at, [placed]);
    }
  }
  const [fullest] = [...byInstant].sort(([a, one], [b, two]) => two.length - one.length || a - b);
  if (fullest === undefined || fullest[1].length < crowd) return [];
  const [instant, jobs] = fullest;
  const [first, ...others] = jobs;
  if (first === undefined) return [];
  const found = finding("time/same-instant", spanOf(first), { count: jobs.length, instant: isoInstant(instant) });
  const related = others.slice(0, named).map((other) => ({
    file: other.file,
    span: spanOf(other),
    message: `${other.job.job.id} too`,
  }));
  return [{ ...found, file: first.file, related }];
}

function weekOf(trigger: Trigger, from: number): readonly number[] {
  // Not kept: what a trigger is made ready with would stay as long as the plan does.
  const ready = prepare(trigger);
  const fires: number[] = [];
  for (let at = ready.next(from - 1); at !== undefined && at < from + week; at = ready.next(at)) {
    fires.push(at);
    if (fires.length === perJob) break;
  }
  return fires;
}

/** Steps meet everything sooner or later; only jobs with times of their own can move away. */
function hasClockTimes({ job }: LoweredJob): boolean {
  return membersOf(job.trigger).every(
    (member) => isTimed(member) && member.kind === "calendar" && "at" in member.times,
  );
}

function spanOf({ job }: Placed): LoweredJob["side"]["span"] {
  return job.side.triggerSpans[0] ?? job.side.span;
}
