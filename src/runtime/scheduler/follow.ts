/** What starts and ends make fire: `once on startup`, `after …`, `every N after completion`. */
import { advanceChain, clearSides } from "./chain.ts";
import type { Core } from "./core.ts";
import { startDelay } from "./delay.ts";
import { createFlight, fireOf, recordOf } from "./flight.ts";
import type { Job, MadeFire } from "./job.ts";
import { fireKey } from "./key.ts";
import { arm } from "./next.ts";
import { changeRow } from "./row.ts";

/** Makes a fire of the instant, distinct from the one made before. */
export function makeFire(core: Core, job: Job, instant: number, by: MadeFire["by"]): void {
  const fireAt = instant === job.lastMade ? instant + 1 : instant;
  job.lastMade = fireAt;
  const startAt = Math.max(instant, core.clock.now()) + startDelay(job.id, job.definition.policy, fireAt);
  job.made.push({ fireAt, startAt, by });
  arm(core, job);
}

/** Whenever a job fires, whatever becomes of the fire, its chains start to wait anew. */
export function clearChains(core: Core, job: Job): void {
  if (!job.row.sides.some((sides) => sides.some(Boolean))) return;
  changeRow(core, job, { sides: job.definition.parts.after.map(clearSides) });
}

/** Passes the end of a run on to the jobs that wait for it, and to its own next one. */
export function followEnd(core: Core, job: Job, at: number, succeeded: boolean): void {
  if (!job.removed) {
    changeRow(core, job, { lastEnd: at });
    aimCompletion(core, job, at);
  }
  for (const follower of core.followers.get(job.id) ?? []) tell(core, follower, job.id, at, succeeded);
}

/** A fire that did not run leaves nothing to complete: its job waits again from here. */
export function followSkip(core: Core, job: Job, at: number): void {
  if (job.active.size === 0) aimCompletion(core, job, at);
}

function tell(core: Core, job: Job, ended: string, at: number, succeeded: boolean): void {
  let fires = false;
  const sides = job.definition.parts.after.map((trigger, index) => {
    const step = advanceChain(trigger, job.row.sides[index] ?? clearSides(trigger), ended, succeeded);
    fires ||= step.fires;
    return step.sides;
  });
  changeRow(core, job, { sides });
  if (!fires) return;
  if (core.phase === "running") makeFire(core, job, at, "after");
  else skipMade(core, job, at);
}

/** A fire made while nothing is to start any more. */
export function skipMade(core: Core, job: Job, fireAt: number): void {
  const at = core.clock.now();
  const flight = createFlight({ job, key: fireKey(job.id, fireAt), fireAt, origin: "schedule" });
  core.ledger.record({ kind: "fire", record: recordOf(flight, "skipped", at, { reason: "stopped" }) });
  core.ledger.after(() => core.emitter.emit("fire.skipped", { ...fireOf(flight), at, reason: "stopped" }));
}

/** Aims the job's next fire after completion, in place of one it may be waiting for. */
export function aimCompletion(core: Core, job: Job, end: number): void {
  const { completion, parts } = job.definition;
  if (completion.length === 0 || core.phase !== "running") return;
  aim(core, job, (index) => end + (parts.completion[index]?.every ?? 0));
}

/** The first fire after completion: at once, or so long after an end that the store remembers. */
export function aimFirst(core: Core, job: Job, now: number): void {
  const { parts } = job.definition;
  const { lastEnd } = job.row;
  aim(core, job, (index) =>
    lastEnd === undefined ? now : Math.max(now, lastEnd + (parts.completion[index]?.every ?? 0)),
  );
}

function aim(core: Core, job: Job, target: (index: number) => number): void {
  const instants = job.definition.completion
    .map((nextInside, index) => nextInside(target(index)))
    .filter((instant) => instant !== undefined);
  job.made = job.made.filter(({ by }) => by !== "completion");
  if (instants.length > 0) makeFire(core, job, Math.min(...instants), "completion");
  else arm(core, job);
}
