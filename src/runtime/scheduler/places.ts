/** Who may run: the `max` places of a job, and the queue before them. */
import type { Core } from "./core.ts";
import { cutShort, skipFlight } from "./ending.ts";
import { withOne } from "./few.ts";
import type { Flight } from "./flight.ts";
import type { Job } from "./job.ts";
import { decideOverlap } from "./overlap.ts";
import { recordFire } from "./record.ts";
import { toReady } from "./release.ts";

/** Lets a fire in, or says why not. */
export function admit(core: Core, flight: Flight): void {
  const { job } = flight;
  const { policy } = job.definition;
  // A backfill is in no hurry: it waits where a fire of the schedule would be skipped or would replace.
  const waits = flight.origin === "backfill" && policy.overlap !== "allow";
  const verdict = decideOverlap(waits ? { max: policy.max, overlap: "queue" } : policy, {
    active: job.active.length,
    ending: job.active.length === 0 ? 0 : job.active.filter(({ phase }) => phase === "ended").length,
    waiting: job.waiting.length,
  });
  switch (verdict) {
    case "start":
      job.active = withOne(job.active, flight);
      record(core, flight);
      toReady(core, flight);
      break;
    case "skip":
      skipFlight(core, flight, "overlap");
      break;
    case "wait":
      wait(core, flight);
      break;
    case "replace":
    case "displace": {
      // The newcomer stands in the queue first, so that a place freed at once is its own.
      // A backfill waits its turn, whoever comes after it.
      const oldest =
        verdict === "replace" ? oldestActive(job) : job.waiting.find(({ origin }) => origin !== "backfill");
      wait(core, flight);
      if (oldest !== undefined) cutShort(core, oldest, "replaced");
    }
  }
}

/** Lets a fire wait for its place: also one that was let in before a restart, which nothing keeps out again. */
export function wait(core: Core, flight: Flight): void {
  const { job } = flight;
  flight.phase = "waiting";
  job.waiting = withOne(job.waiting, flight);
  record(core, flight);
}

function record(core: Core, flight: Flight): void {
  recordFire(core, flight, "waiting", core.clock.now());
}

function oldestActive(job: Job): Flight | undefined {
  return job.active.find(({ phase }) => phase !== "ended");
}
