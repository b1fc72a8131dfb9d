/** What should have happened and did not: remembered from events where these tell of it, else seen in the state. */
import { type AnyEvent, type EventName, type Events, type Health, isoInstant, type Problem } from "../model/index.ts";
import type { Clock } from "./clock.ts";
import type { Core } from "./core.ts";
import { startDelay } from "./delay.ts";
import type { Flight } from "./flight.ts";
import type { Job } from "./job.ts";
import type { Loop } from "./loop.ts";
import { isPaused } from "./pause.ts";
import { PATIENCE } from "./stubborn.ts";

export interface HealthWatch {
  hear<N extends EventName>(name: N, event: Events[N]): void;
  /** The app asked for a start or a stop. */
  asked(): void;
  look(core: Core, loop: Loop): Health;
}

/** A timer that comes this late was held up; below that it is the machine's grain. In milliseconds. */
const LATE_TIMER = 1_000;

/** What events told of one job. */
interface Memory {
  pausedAt?: number;
  trigger?: { readonly since: number; readonly error: unknown };
  deadline?: Events["deadline.missed"];
  /** The first since its last start. */
  missed?: Events["fire.missed"];
}

export function createHealthWatch(clock: Clock): HealthWatch {
  const memories = new Map<string, Memory>();
  let askedAt = clock.now();

  function remember(job: string, change: Memory): void {
    memories.set(job, { ...memories.get(job), ...change });
  }

  function forget(job: string, ...what: readonly (keyof Memory)[]): void {
    const memory = memories.get(job);
    if (memory === undefined) return;
    for (const key of what) delete memory[key];
    if (Object.keys(memory).length === 0) memories.delete(job);
  }

  function hear(event: AnyEvent): void {
    switch (event.name) {
      case "run.started":
        forget(event.job, "missed");
        break;
      case "fire.missed":
        if (memories.get(event.job)?.missed === undefined) remember(event.job, { missed: event });
        break;
      case "run.succeeded": {
        const missed = memories.get(event.job)?.deadline;
        if (missed !== undefined && event.scheduledAt >= missed.scheduledAt) forget(event.job, "deadline");
        break;
      }
      case "deadline.missed":
        remember(event.job, { deadline: event });
        break;
      case "handler.failed":
        if (event.where === "trigger" && event.job !== undefined) {
          remember(event.job, { trigger: { since: clock.now(), error: event.error } });
        }
        break;
      case "job.paused":
        remember(event.job, { pausedAt: clock.now() });
        break;
      case "job.resumed":
        forget(event.job, "pausedAt");
        break;
      case "job.retimed":
        forget(event.job, "trigger");
        break;
      case "job.removed":
        memories.delete(event.job);
    }
  }

  return {
    hear: (name, event) => {
      if (memories.size === 0 && (name === "run.started" || name === "run.succeeded")) return;
      if (HEARD.has(name)) hear({ ...event, name } as AnyEvent);
    },
    asked: () => {
      askedAt = clock.now();
    },
    look(core, loop) {
      const jobs = [...core.jobs.values()].flatMap((job) => problemsOf(core, job, memories.get(job.id) ?? {}, askedAt));
      const fires = [...overdueFlights(core), ...stubbornFlights(core)];
      const ofJobs = [...jobs, ...fires].sort((a, b) => a.since - b.since);
      const problems = [...problemsOfAll(core, loop, askedAt), ...ofJobs];
      return { ok: problems.every(({ kind }) => kind === "paused"), problems };
    },
  };
}

/** Most events are none of health's business, and come often. */
const HEARD: ReadonlySet<EventName> = new Set([
  "run.started",
  "run.succeeded",
  "fire.missed",
  "deadline.missed",
  "handler.failed",
  "job.paused",
  "job.resumed",
  "job.retimed",
  "job.removed",
]);

function problemsOfAll({ phase, clock, ledger }: Core, loop: Loop, askedAt: number): Problem[] {
  if (phase === "idle" || phase === "stopping") {
    return [
      { kind: "stopped", since: askedAt, says: `The scheduler ${phase === "idle" ? "is not running" : "stops"}.` },
    ];
  }
  if (phase === "starting") {
    return [
      { kind: "standing-by", since: askedAt, says: "The store has not opened yet; another process may hold it." },
    ];
  }
  const problems: Problem[] = [];
  const now = clock.now();
  const trouble = ledger.trouble();
  if (trouble !== undefined) problems.push({ kind: "store", ...trouble });
  const late = clock.monotonic() - loop.wakesAt();
  if (late > LATE_TIMER) {
    const says = `The scheduler was to wake ${Math.round(late)} ms ago: something holds the process up.`;
    problems.push({ kind: "asleep", since: now - late, says });
  }
  return problems;
}

function problemsOf(core: Core, job: Job, memory: Memory, knownSince: number): Problem[] {
  const { id, next, made, definition, row } = job;
  const problems: Problem[] = [];
  if (isPaused(job)) {
    const since = memory.pausedAt ?? (Number.isNaN(row.since) ? knownSince : Math.max(row.since, knownSince));
    problems.push({ kind: "paused", job: id, since, says: `${id} is paused.` });
  } else {
    const due = [...(next === undefined ? [] : [next]), ...made].filter(
      ({ startAt }) => core.clock.now() - startAt > definition.policy.grace,
    );
    for (const { startAt } of due) {
      const says = `${id} was to start at ${isoInstant(startAt)}, and the scheduler has not come to it.`;
      problems.push({ kind: "overdue", job: id, since: startAt, says });
    }
  }
  const { watermark } = row;
  if (watermark - core.clock.now() > definition.policy.grace && core.phase === "running") {
    const says = `${id} has been through ${isoInstant(watermark)}, and the clock was set back since: it does not fire before then.`;
    problems.push({ kind: "behind", job: id, since: Math.min(knownSince, core.clock.now()), says });
  }
  const { trigger, deadline, missed } = memory;
  if (missed !== undefined) {
    const { key, scheduledAt, reason } = missed;
    const says = `${key} was missed (${reason}), and ${id} has not run since.`;
    problems.push({ kind: "missed", job: id, key, since: scheduledAt, says });
  }
  if (trigger !== undefined && core.phase === "running" && next === undefined && made.length === 0) {
    const says = `${id} fires no more: its trigger failed. ${messageOf(trigger.error)}`.trimEnd();
    problems.push({ kind: "trigger", job: id, since: trigger.since, says });
  }
  if (deadline !== undefined) {
    const says = `${deadline.key} was to succeed by ${isoInstant(deadline.deadline)}, and no run of ${id} has since.`;
    problems.push({ kind: "deadline", job: id, key: deadline.key, since: deadline.deadline, says });
  }
  return problems;
}

/** Fires that were let in and wait for a place longer than they may be late. */
function overdueFlights({ flights, clock }: Core): Problem[] {
  const now = clock.now();
  return [...flights].flatMap((flight): Problem[] => {
    const { job, key, fireAt, origin, attempt, phase } = flight;
    const { policy } = job.definition;
    const since = fireAt + startDelay(job.id, policy, fireAt);
    if (attempt > 0 || origin !== "schedule" || now - since <= policy.grace) return [];
    return [{ kind: "overdue", job: job.id, key, since, says: `${key} has not started: ${WAITS[phase] ?? phase}.` }];
  });
}

const WAITS: { readonly [P in Flight["phase"]]?: string } = {
  waiting: "as many runs as its max allows are under way",
  ready: "as many handlers as the scheduler's concurrency allows are under way",
  guard: "its guard has not answered",
};

function stubbornFlights({ abandoned, clock }: Core): Problem[] {
  const now = clock.now();
  return [...abandoned].flatMap(([{ job, key }, since]): Problem[] => {
    if (now - since < PATIENCE) return [];
    const says = `The handler of ${key} works on, though its signal aborted at ${isoInstant(since)}.`;
    return [{ kind: "stubborn", job: job.id, key, since, says }];
  });
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
