/** What the handlers and guards of a random world do, and how many of them are at it. */
import type { JobSpec, Run, Trigger } from "../../../src/runtime/model/index.ts";
import type { Rig } from "./rig.ts";
import { every, HOUR, SECOND } from "./triggers.ts";
import type { GuardDeed, World, WorldJob } from "./world.ts";

export interface Inside {
  enter(job: string, most: number): void;
  leave(job: string): void;
}

/** Counts handlers at work. */
export function createInside({ concurrency = Number.POSITIVE_INFINITY }: World, faults: string[]): Inside {
  const counts = new Map<string, number>();
  let all = 0;
  return {
    enter(job, most) {
      const count = (counts.get(job) ?? 0) + 1;
      counts.set(job, count);
      if (count > most) faults.push(`${count} handlers of ${job} at once`);
      if (++all > concurrency) faults.push(`${all} handlers at once`);
    },
    leave(job) {
      counts.set(job, (counts.get(job) ?? 0) - 1);
      all--;
    },
  };
}

export function specOf(rig: Rig, job: WorldJob, index: number, inside: Inside): JobSpec {
  const id = `job${index}`;
  // A job waits for jobs before it alone, so that none waits for itself.
  const members = job.triggers.filter(({ kind, ...rest }) => kind !== "after" || waitsBefore(rest, index));
  const [only = every(10 * SECOND)] = members;
  const trigger: Trigger = members.length > 1 ? { kind: "union", of: members as never } : only;
  const guard = guardOf(rig, job.guard);
  const most = job.policy.overlap === "allow" ? Number.POSITIVE_INFINITY : Math.max(2, job.policy.max ?? 1);
  let calls = 0;
  const deed = async (run: Run): Promise<void> => {
    const what = job.deeds[calls++ % job.deeds.length];
    await rig.clock.wait(job.lasts, what === "waits whatever its signal says" ? undefined : run.signal);
    if (what === "waits and throws") throw new Error(what);
  };
  return {
    id,
    trigger,
    policy: job.policy,
    ...(guard !== undefined && { when: guard }),
    run(run) {
      inside.enter(id, most);
      const what = job.deeds[calls % job.deeds.length];
      if (what === "returns" || what === "throws") {
        calls++;
        inside.leave(id);
        if (what === "throws") throw undefined;
        return what;
      }
      const work = what === "rejects" ? Promise.reject(calls++) : deed(run);
      return work.finally(() => inside.leave(id));
    },
  };
}

function waitsBefore(trigger: object, index: number): boolean {
  const { all } = trigger as { all: readonly { job: string }[] };
  return all.every(({ job }) => Number(job.slice(3)) < index);
}

function guardOf(rig: Rig, guard: GuardDeed): JobSpec["when"] {
  switch (guard) {
    case "none":
      return undefined;
    case "holds":
      return () => true;
    case "holds later":
      return ({ signal }) => rig.clock.wait(700, signal).then(() => true);
    case "refuses":
      return () => false;
    case "throws":
      return () => {
        throw new Error("guard");
      };
    case "waits for its signal":
      return ({ signal }) => rig.clock.wait(24 * HOUR, signal).then(() => true);
  }
}
