/** The day that was played, as render.ts wants it: each job with its sentence, each fire with its reason. */
import { schedule } from "../jobs.sched.ts";
import { type Day, midnight } from "./day.ts";
import { explain } from "./reasons.ts";
import type { Played } from "./render.ts";
import { day } from "./times.ts";

const says: ReadonlyMap<string, string | undefined> = new Map(
  Object.entries(schedule.jobs).map(([id, job]) => [id, job.says]),
);

export function pictureOf(played: Day, about: string): Played {
  const { jobs, entries, left } = played;
  return {
    title: `${day(midnight)} 2024 in Berlin`,
    about: `${says.size} jobs of examples/apscheduler/jobs.sched and ${jobs.length - says.size} scheduled from code, ${about}`,
    jobs: jobs.map(({ id, next }) => ({ id, next, says: says.get(id) ?? "scheduled from code" })),
    entries,
    explain: (entry) => explain(entry, played),
    left,
  };
}
