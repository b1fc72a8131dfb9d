/** `npm run demo`: compiles jobs.sched, plays Monday 2024-01-01 of it on a virtual clock, and shows what became of each fire. */
import { readFileSync } from "node:fs";
import { styleText } from "node:util";
import { compile } from "schedc";
import { midnight, playDay } from "./demo/day.ts";
import { explain } from "./demo/reasons.ts";
import { type Paint, renderDay } from "./demo/render.ts";
import { day } from "./demo/times.ts";
import { schedule } from "./jobs.sched.ts";

const here = (name: string): string => readFileSync(new URL(name, import.meta.url), "utf8");
const began = performance.now();

const { diagnostics, modules } = await compile({ files: { "jobs.sched": here("jobs.sched") } });
if (diagnostics.length > 0 || modules["jobs.sched.ts"] !== here("jobs.sched.ts")) {
  console.error(
    "jobs.sched has findings or another module than jobs.sched.ts: see `npm run schedc -- build examples`.",
  );
  process.exit(1);
}
const { entries, jobs, left } = await playDay();

const seconds = ((performance.now() - began) / 1000).toFixed(1);
const says: ReadonlyMap<string, string | undefined> = new Map(
  Object.entries(schedule.jobs).map(([id, job]) => [id, job.says]),
);
const paint: Paint = (colour, text) => styleText(colour, text);
const width = process.stdout.isTTY ? Math.max(80, process.stdout.columns) : Number.POSITIVE_INFINITY;

console.log(
  renderDay(
    {
      title: `${day(midnight)} 2024 in Berlin: ${jobs.length} jobs of examples/apscheduler/jobs.sched, compiled and played in ${seconds} s`,
      jobs: jobs.map(({ id, next }) => ({ id, next, says: says.get(id) ?? "scheduled while running" })),
      entries,
      explain,
      left,
    },
    paint,
    width,
  ),
);
