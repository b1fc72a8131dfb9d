/**
 * One contender under load, in a process of its own: `load-child.ts <contender> <jobs> <seconds> [period]`. Prints what it
 * measured as JSON.
 */
import { performance } from "node:perf_hooks";
import { contenders } from "./load-contenders.ts";

export interface Measured {
  readonly contender: string;
  readonly jobs: number;
  /** Milliseconds until all jobs are armed. */
  readonly arm: number;
  /** Bytes of heap that an armed job keeps, over what was written down of it. */
  readonly heap: number;
  /** Megabytes resident once all are armed. */
  readonly resident: number;
  /** Fires of whole seconds: of each job in each second there is to be one. */
  readonly missed: number;
  readonly double: number;
  readonly early: number;
  /** Milliseconds after the second. */
  readonly median: number;
  readonly p99: number;
  /** Of processor time, over all the seconds. */
  readonly cpu: number;
}

/** A fire so many milliseconds before a second is one of that second, and early. */
const AHEAD = 20;
/** Let pass between arming and the first second that counts. */
const SETTLING = 1500;

const [name = "", jobs = "10000", seconds = "10", period = "1"] = process.argv.slice(2);
const count = Number(jobs);
const span = Number(seconds);
const contender = contenders[name];
if (contender === undefined) throw new Error(`no contender is called ${name}`);

const fires = new Uint8Array(count * span);
const lateness = new Float64Array(count * span * 2);
let begin = Number.POSITIVE_INFINITY;
let heard = 0;
let early = 0;

const arm = await contender(
  count,
  (job) => {
    const now = performance.timeOrigin + performance.now();
    const second = Math.floor((now - begin + AHEAD) / 1000);
    if (!(second >= 0 && second < span)) return;
    const at = job * span + second;
    fires[at] = (fires[at] ?? 0) + 1;
    // The wall clock is asked as an app would see it.
    const late = Date.now() - begin - second * 1000;
    if (late < 0) early++;
    if (heard < lateness.length) lateness[heard++] = Math.max(0, late);
  },
  Number(period),
);

const collect = globalThis.gc ?? (() => {});
collect();
const before = process.memoryUsage().heapUsed;
const armedAt = performance.now();
await arm();
const armed = performance.now() - armedAt;
collect();
const { heapUsed, rss } = process.memoryUsage();

begin = Math.ceil((Date.now() + SETTLING) / 1000) * 1000;
const wait = (until: number): Promise<void> => new Promise((done) => setTimeout(done, until - Date.now()));
await wait(begin - 500);
const cpuBefore = process.cpuUsage();
await wait(begin + span * 1000 - 500);
const cpu = process.cpuUsage(cpuBefore);
// What is late by more than this has missed.
await wait(begin + span * 1000 + 500);

const sorted = lateness.subarray(0, heard).sort();
const quantile = (share: number): number => sorted[Math.min(heard - 1, Math.floor(share * heard))] ?? Number.NaN;
/** Whether the job is to fire in a second of the span. */
const isDue = (at: number): boolean => (begin / 1000 + (at % span) - Math.floor(at / span)) % Number(period) === 0;
const sum = (wrong: (times: number, at: number) => number): number =>
  fires.reduce((total, times, at) => total + wrong(times, at), 0);
const measured: Measured = {
  contender: name,
  jobs: count,
  arm: armed,
  heap: (heapUsed - before) / count,
  resident: rss / 2 ** 20,
  missed: sum((times, at) => (times === 0 && isDue(at) ? 1 : 0)),
  double: sum((times, at) => Math.max(0, times - (isDue(at) ? 1 : 0))),
  early,
  median: quantile(0.5),
  p99: quantile(0.99),
  cpu: (cpu.user + cpu.system) / 1e6,
};
process.stdout.write(`${JSON.stringify(measured)}\n`, () => process.exit(0));
