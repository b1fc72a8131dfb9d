/** What starts and ends make fire: `once on startup`, `after …`, `every N after completion`. */
import { advanceChain, clearSides } from "./chain.ts";
import type { Core } from "./core.ts";
import { NONE } from "./few.ts";
import type { Job } from "./job.ts";
import { makeFire, stopMade } from "./made.ts";
import { arm } from "./next.ts";
import { changeRow } from "./row.ts";

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
  for (const follower of core.followers.get(job.id) ?? NONE) tell(core, follower, job.id, at, succeeded);
}

/** A fire that did not run leaves nothing to complete: unless another is on its way, its job waits again from here. */
export function followSkip(core: Core, job: Job, at: number): void {
  // A handler that works on after its run was judged makes no further end.
  const onTheirWay = job.waiting.length > 0 || job.active.some(({ phase }) => phase !== "ended");
  if (!onTheirWay) aimCompletion(core, job, at);
}

function tell(core: Core, job: Job, ended: string, at: number, succeeded: boolean): void {
  let fires = false;
  const sides = job.definition.parts.after.map((trigger, index) => {
    const step = advanceChain(trigger, job.row.sides[index] ?? clearSides(trigger), ended, succeeded);
    fires ||= step.fires;
    return step.sides;
  });
  changeRow(core, job, { sides: fires ? job.definition.parts.after.map(clearSides) : sides });
  if (!fires) return;
  makeFire(core, job, at, "after");
  if (core.phase !== "running") stopMade(core, job);
}

/** Aims the job's next fire after completion, in place of one that is still to come. */
export function aimCompletion(core: Core, job: Job, end: number): void {
  const { completion, parts } = job.definition;
  if (completion.length === 0 || core.phase !== "running" || job.removed) return;
  const now = core.clock.now();
  // One whose time has come is only held back by its delay: it stays, and its own end aims the next.
  if (job.made.some(({ by, fireAt }) => by === "completion" && fireAt <= now)) return;
  aim(core, job, (index) => end + (parts.completion[index]?.every ?? 0));
}

/** The first fire after completion: at once, or so long after an end that the store remembers, and that a clock ahead may have written. */
export function aimFirst(core: Core, job: Job, now: number): void {
  const { parts } = job.definition;
  const { lastEnd } = job.row;
  aim(core, job, (index) =>
    lastEnd === undefined ? now : Math.max(now, Math.min(lastEnd, now) + (parts.completion[index]?.every ?? 0)),
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
