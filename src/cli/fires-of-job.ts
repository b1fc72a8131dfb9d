/** The fires of one job that `next` shows. */
import type { PlanJob } from "../compiler/index.ts";
import type { Trigger } from "../runtime/index.ts";
import { fires, startDelay } from "../runtime/index.ts";
import { lengthText } from "./local-text.ts";

export interface JobFires {
  readonly job: PlanJob;
  /** Of its clock: that of its first trigger with one. */
  readonly zone: string;
  /** Epoch milliseconds, ascending. */
  readonly fires: readonly number[];
  /** When each starts; absent where jitter and spread delay none. */
  readonly starts?: readonly number[];
  /** After the last of them there is none. */
  readonly ended: boolean;
  /** Why there is no list, in words. */
  readonly note?: string;
}

export interface Span {
  readonly after: number;
  readonly until?: number;
  readonly limit: number;
}

export function firesOfJob(job: PlanJob, { after, until, limit }: Span): JobFires {
  const { trigger, policy } = job;
  const zone = zoneOfTrigger(trigger) ?? "UTC";
  const note = noteOf(trigger);
  const timed = timedPart(trigger);
  if (!timed) return { job, zone, fires: [], ended: false, ...(note && { note }) };
  // One more than asked tells whether there are more.
  const found = [...fires(timed, { after, limit: limit + 1, ...(until !== undefined && { until }) })];
  const shown = found.slice(0, limit);
  const last = shown.at(-1) ?? after;
  const ended = note === undefined && found.length <= limit && !hasAny(timed, Math.max(last, until ?? last));
  const delayed = policy.jitter !== undefined || policy.spread !== undefined;
  return {
    job,
    zone,
    fires: shown,
    ended,
    ...(delayed && { starts: shown.map((at) => at + startDelay(job.id, policy, at)) }),
    ...(note && { note }),
  };
}

function hasAny(trigger: Trigger, after: number): boolean {
  for (const _ of fires(trigger, { after, limit: 1 })) return true;
  return false;
}

/** What of a trigger can be told from the calendar alone. */
function timedPart(trigger: Trigger): Trigger | undefined {
  if (trigger.kind !== "union") return noteOf(trigger) === undefined ? trigger : undefined;
  const of = trigger.of.filter((member) => noteOf(member) === undefined);
  return of.length === 0 ? undefined : { kind: "union", of };
}

/** What of a trigger no calendar knows. */
function noteOf(trigger: Trigger): string | undefined {
  switch (trigger.kind) {
    case "union":
      return trigger.of.map(noteOf).filter((note) => note !== undefined)[0];
    case "startup":
      return "once at each start of the program";
    case "after":
      return `when ${trigger.all.map(({ job, ends }) => `${job} ${ends}`).join(" and ")}`;
    case "completion":
      return `${lengthText(trigger.every)} after its last run ended`;
    case "custom":
      return `when ${trigger.task} says so`;
    default:
      return undefined;
  }
}

/** The zone whose clock a trigger is read on: that of its first member with one. */
export function zoneOfTrigger(trigger: Trigger): string | undefined {
  if (trigger.kind === "union") return trigger.of.map(zoneOfTrigger).find((zone) => zone !== undefined);
  return "zone" in trigger ? trigger.zone : undefined;
}
