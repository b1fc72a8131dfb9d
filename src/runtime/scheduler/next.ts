/** When a job fires next, and its place in the queue by time. */
import type { Core } from "./core.ts";
import type { Definition } from "./definition.ts";
import { startDelay } from "./delay.ts";
import type { DueFire } from "./due.ts";
import type { Job } from "./job.ts";
import { nextUnlived } from "./lives.ts";
import { putRow } from "./row.ts";

/** The fire after an instant; a trigger that throws gives none, and is told of. */
export function nextFireOf(core: Core, { id, timed }: Definition, after: number): number | undefined {
  try {
    return timed?.next(after);
  } catch (error) {
    core.ledger.after(() => core.emitter.emit("handler.failed", { where: "trigger", job: id, error }));
    return undefined;
  }
}

/** Looks for the job's next fire after its watermark and waits for it. */
export function aimNext(core: Core, job: Job): void {
  const { definition, row } = job;
  waitFor(
    core,
    job,
    nextUnlived(row, (after) => nextFireOf(core, definition, after), row.watermark),
  );
}

export function waitFor(core: Core, job: Job, fireAt: number | undefined): void {
  job.next =
    fireAt === undefined ? undefined : moment(fireAt, fireAt + startDelay(job.id, job.definition.policy, fireAt));
  if (fireAt === undefined && job.definition.template !== undefined) core.templates.leaving.add(job);
  arm(core, job);
}

/** The one made last: jobs that fire together are aimed in a row, and share it. */
let made: DueFire = { fireAt: Number.NaN, startAt: Number.NaN };

function moment(fireAt: number, startAt: number): DueFire {
  if (made.fireAt !== fireAt || made.startAt !== startAt) made = { fireAt, startAt };
  return made;
}

/** Puts the job where its earliest start belongs. */
export function arm(core: Core, job: Job): void {
  let at = job.next?.startAt ?? Number.POSITIVE_INFINITY;
  for (const { startAt } of job.made) at = Math.min(at, startAt);
  if (core.store.durable === true) keepNext(core, job);
  const { armed } = job;
  if (at === Number.POSITIVE_INFINITY || job.removed) {
    if (armed !== undefined) core.wall.remove(armed);
  } else if (armed === undefined) job.armed = core.wall.put(at, job);
  else core.wall.move(armed, at);
}

/** For those who look into the store from outside. */
function keepNext(core: Core, job: Job): void {
  let next = job.next?.fireAt;
  for (const { fireAt } of job.made) next = Math.min(next ?? fireAt, fireAt);
  if (job.removed || core.phase !== "running" || next === job.row.next) return;
  const { next: _, ...row } = job.row;
  putRow(core, job, next === undefined ? row : { ...row, next });
}
