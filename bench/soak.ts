/**
 * `npm run soak [minutes] [fires a second]`: an hour at 500 fires a second unless told, on the real clock, through every way
 * that a run may take. Prints what the heap holds as time passes, and in the end how fast it grew. Fails where a fire was lost,
 * came twice or came early.
 */
import { createScheduler, type Events } from "../src/runtime/index.ts";

const [minutes = "60", rate = "500"] = process.argv.slice(2);
const jobs = Number(rate);
const lasts = Number(minutes) * 60_000;
const WARM = 60_000;

let [fires, early] = [0, 0];
/** Runs that have started and have no end yet. */
const open = new Set<string>();
/** By job: its ends, and the first and the last of the fires that have one. */
const ends = new Map<string, { count: number; first: number; last: number }>();

function ended({ job, key, scheduledAt }: { job: string; key: string; scheduledAt: number }): void {
  open.delete(key);
  const of = ends.get(job) ?? { count: 0, first: scheduledAt, last: scheduledAt };
  of.count++;
  // A fire that is skipped ends before the run that keeps it out.
  of.first = Math.min(of.first, scheduledAt);
  of.last = Math.max(of.last, scheduledAt);
  ends.set(job, of);
}

const scheduler = createScheduler({ concurrency: jobs });
scheduler.on("run.started", ({ key, scheduledAt, attempt, startedAt }: Events["run.started"]) => {
  if (attempt === 1) fires++;
  if (startedAt < scheduledAt) early++;
  open.add(key);
});
scheduler.on("run.succeeded", ended);
scheduler.on("run.failed", ended);
scheduler.on("fire.skipped", ended);
scheduler.on("fire.missed", ended);
scheduler.on("fire.merged", ended);

const pause = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds));

/** Each job goes one of these ways. */
const WAYS: readonly ((attempt: number) => unknown)[] = [
  () => {},
  async () => {},
  () => pause(100),
  () => pause(1_500),
  (attempt) => {
    if (attempt === 1) throw new Error("the first attempt fails");
  },
  () => Promise.reject(new Error("this one fails")),
];

for (let index = 0; index < jobs; index++) {
  const way = WAYS[index % WAYS.length] ?? (() => {});
  scheduler.schedule({
    id: `job${index}`,
    trigger: { kind: "elapsed", zone: "UTC", every: 1000, anchor: "2026-01-01T00:00:00Z", days: [{}] },
    policy: { retry: { times: index % WAYS.length === 4 ? 1 : 0, wait: 50, backoff: "fixed", jitter: false } },
    run: ({ attempt }) => way(attempt),
  });
}

const samples: { readonly at: number; readonly heap: number }[] = [];
const began = performance.now();
await scheduler.start();

/** Bytes an hour, by least squares over what was sampled after the warm-up. */
function slope(): number {
  const count = samples.length;
  const mean = (of: (sample: (typeof samples)[number]) => number): number =>
    samples.reduce((sum, sample) => sum + of(sample), 0) / count;
  const [at, heap] = [mean((sample) => sample.at), mean((sample) => sample.heap)];
  const over = samples.reduce((sum, sample) => sum + (sample.at - at) * (sample.heap - heap), 0);
  return (over / samples.reduce((sum, sample) => sum + (sample.at - at) ** 2, 0)) * 3_600_000;
}

while (performance.now() - began < lasts) {
  await pause(Math.min(10_000, lasts));
  globalThis.gc?.();
  const at = performance.now() - began;
  const { heapUsed, rss } = process.memoryUsage();
  if (at > Math.min(WARM, lasts / 4)) samples.push({ at, heap: heapUsed });
  const [heap, resident] = [heapUsed, rss].map((bytes) => (bytes / 2 ** 20).toFixed(2));
  console.log(
    `${(at / 60_000).toFixed(1)} min: ${fires} runs, heap ${heap} MB, resident ${resident} MB, ${open.size} under way`,
  );
}
await scheduler.stop();

const growth = samples.length > 1 ? slope() / 2 ** 20 : Number.NaN;
const wrong = [...ends.values()].filter(({ count, first, last }) => count !== (last - first) / 1000 + 1).length;
console.log(
  `${fires} runs; ${early} early, ${wrong} jobs with a fire that ended twice or never, ${open.size} without an end; ` +
    `the heap grew by ${growth.toFixed(2)} MB an hour`,
);
process.exitCode = early + wrong + open.size > 0 ? 1 : 0;
