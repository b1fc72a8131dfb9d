/** What a matcher is given, brought to the one shape in which all of it answers. */
import { SchedcError, type Schedule, type Trigger } from "../model/index.ts";
import { carryZones, type PreparedTrigger, prepare } from "../trigger/index.ts";
import { membersOf, zoneOfTrigger } from "./zone-of.ts";

/** What has fire times: a trigger, a job of a module or a plan, a prepared trigger, a schedule and the id of its job. */
export type FireSource =
  | Trigger
  | { readonly trigger: Trigger }
  | PreparedTrigger
  | { readonly schedule: Schedule<string, never>; readonly id: string };

export interface Subject {
  /** How messages call it. */
  readonly name: string;
  /** The sentence it was written as. */
  readonly says?: string;
  /** Whose clock reads local times; undefined where it has none or several. */
  readonly zone: string | undefined;
  readonly fires: PreparedTrigger;
  /** Kinds of its members; none are known of a prepared trigger. */
  readonly kinds: ReadonlySet<string>;
}

/** The subject, or in words why it has no fire times. */
export function readSubject(received: unknown): Subject | string {
  if (typeof received !== "object" || received === null) return `${show(received)} is no trigger and no job`;
  if (isPrepared(received)) return { name: "the trigger", zone: undefined, fires: received, kinds: new Set() };
  if ("runNow" in received && "id" in received) {
    return `the handle of ${String(received.id)} does not tell its trigger; give the job of the schedule, schedule.jobs[…]`;
  }
  if ("schedule" in received && "id" in received) {
    const { schedule, id } = received as { readonly schedule: Schedule<string, unknown>; readonly id: string };
    return ofSchedule(schedule, id);
  }
  if ("trigger" in received) return ofJob(received as JobLike);
  if ("kind" in received) return ofTrigger(received as Trigger, { name: "the trigger" });
  return `${show(received)} is no trigger and no job`;
}

interface JobLike {
  readonly id?: unknown;
  readonly name?: unknown;
  readonly says?: unknown;
  readonly trigger: Trigger;
}

function ofSchedule({ jobs, zones }: Schedule<string, unknown>, id: string): Subject | string {
  const job = Object.hasOwn(jobs, id) ? jobs[id] : undefined;
  if (job === undefined) return `the schedule has no job ${id}; it has ${Object.keys(jobs).join(", ") || "none"}`;
  if (zones !== undefined) carryZones(zones);
  return ofJob({ id, ...job });
}

function ofJob({ id, name, says, trigger }: JobLike): Subject | string {
  const sentence = typeof says === "string" ? says : undefined;
  const title = [id, name, sentence].find((one) => typeof one === "string") ?? "the job";
  return ofTrigger(trigger, {
    name: String(title),
    ...(sentence !== undefined && sentence !== title && { says: sentence }),
  });
}

function ofTrigger(trigger: Trigger, words: Pick<Subject, "name" | "says">): Subject | string {
  try {
    const kinds = new Set<string>(membersOf(trigger).map(({ kind }) => kind));
    const untimed = [...kinds].filter((kind) => UNTIMED.has(kind));
    if (untimed.length === kinds.size) {
      return `${words.name} has no fire times of its own (${untimed.join(", ")}); simulate() plays it`;
    }
    return { ...words, zone: zoneOfTrigger(trigger), fires: prepare(trigger), kinds };
  } catch (error) {
    if (error instanceof SchedcError) return error.message.replace(/\.$/, "");
    throw error;
  }
}

/** The kinds that starts and ends make fire. */
export const UNTIMED: ReadonlySet<string> = new Set(["startup", "after", "completion"]);

function isPrepared(value: object): value is PreparedTrigger {
  return ["next", "previous", "has"].every((name) => typeof (value as Record<string, unknown>)[name] === "function");
}

function show(value: unknown): string {
  return typeof value === "object" && value !== null
    ? "an object without a trigger"
    : (JSON.stringify(value) ?? String(value));
}
