/**
 * One process of a busy service: `child SEED JOBS DATABASE EFFECTS`, told on its input to `block` for milliseconds and to
 * `stop`. Each handler writes one line to the effects when it
 * begins, in one append, so that what a kill leaves is whole lines; a kill takes no page of the system's cache away.
 */
import { openSync, writeSync } from "node:fs";
import { createInterface } from "node:readline";
import { createScheduler, type Run } from "schedc/runtime";
import { createSqliteStore } from "schedc/runtime/sqlite";
import { createChance } from "../chance.ts";
import { type BusyJob, busyJobs } from "./jobs.ts";

const [seed = "", count = "", file = "", effects = ""] = process.argv.slice(2);
const log = openSync(effects, "a");
const chance = createChance(process.pid);
const store = createSqliteStore({ file, history: { perJob: 1e9, total: 1e9, age: 1e12 } });
const holding: typeof store = {
  ...store,
  async open() {
    const state = await store.open();
    console.log("holds");
    return state;
  },
};
const silent = { error() {}, warn() {} };
const scheduler = createScheduler({ store: holding, concurrency: 20, logger: silent });

for (const job of busyJobs(Number(seed), Number(count))) {
  scheduler.schedule({
    id: job.id,
    trigger: job.trigger,
    policy: job.policy,
    run: (run) => work(job, run),
    ...(job.guarded && { when: () => chance.percent(80) }),
  });
}
scheduler.on("store.failed", () => console.log("failed"));
scheduler.on("store.recovered", () => console.log("recovered"));
scheduler.on("clock.stepped", () => console.log("stepped"));

function work({ lasts, fails, listens }: BusyJob, { key, attempt, fence, scheduledAt, signal }: Run): unknown {
  const line = { key, attempt, fence, scheduledAt, at: Date.now(), pid: process.pid };
  writeSync(log, `${JSON.stringify(line)}\n`);
  const failed = chance.percent(fails);
  if (lasts === 0) {
    if (failed) throw new Error("failed at once");
    return undefined;
  }
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => (failed ? reject(new Error("failed in the end")) : resolve(key)), lasts);
    if (!listens) return;
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });
}

createInterface({ input: process.stdin }).on("line", async (line) => {
  const [word, milliseconds = "0"] = line.split(" ");
  if (word === "block") Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, Number(milliseconds));
  if (word !== "stop") return;
  clearInterval(asking);
  await scheduler.stop({ drain: 10_000 });
  console.log("stopped");
  process.exit(0);
});
await scheduler.start();
const asking = setInterval(() => {
  const asked = scheduler.job("asked");
  if (chance.percent(20)) asked?.runNow().catch(() => {});
  const paused = scheduler.job(`job${chance.whole(0, Number(count) - 1)}`);
  if (chance.percent(10)) paused?.pause();
  else paused?.resume();
}, 40);
