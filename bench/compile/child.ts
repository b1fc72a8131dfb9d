/**
 * One measurement in a process of its own: `child.ts WHAT JOBS FILES` prints a line of JSON. What is compiled is the
 * build in `dist`, as installed: nothing of the time goes into stripping types.
 */
import { performance } from "node:perf_hooks";
import { corpus } from "./corpus.ts";

type Emit = typeof import("../../src/compiler/emit/index.ts");

const dist = new URL("../../dist/compiler/", import.meta.url).href;
const [what = "", jobs = "10", files = "1"] = process.argv.slice(2);
const texts = corpus({ jobs: Number(jobs), files: Number(files) });

async function load<T>(module: string): Promise<T> {
  return (await import(`${dist}${module}`)) as T;
}

async function timed<T>(work: () => T): Promise<{ readonly ms: number; readonly result: Awaited<T> }> {
  const began = performance.now();
  const result = await work();
  return { ms: performance.now() - began, result };
}

async function parsing(): Promise<object> {
  const { parse } = await load<typeof import("../../src/dsl/index.ts")>("../dsl/index.js");
  const { ms } = await timed(() => Object.values(texts).map((text) => parse(text).file.statements.length));
  return { ms };
}

async function checking(): Promise<object> {
  const { check } = await load<typeof import("../../src/compiler/index.ts")>("index.js");
  const { ms, result } = await timed(() => check({ files: texts }));
  if (result.plan.jobs.length !== Number(jobs)) throw new Error("a job is missing");
  return { ms, megabytes: process.resourceUsage().maxRSS / 1024 };
}

/** Every module unformatted, what the drafts need loaded before. */
async function drafting(): Promise<object> {
  const { drafts, ms } = await makeDrafts();
  return { ms, bytes: drafts.reduce((sum, { unformatted }) => sum + unformatted.length, 0) };
}

/** Prettier alone on the unformatted text, all that a module is finished with, and that it is known to be current. */
async function finishing(): Promise<object> {
  const { drafts, emit } = await makeDrafts();
  const { format } = await import("prettier");
  const alone: number[] = [];
  const whole: number[] = [];
  const current: number[] = [];
  // In turn and twice: the first round is there to warm both alike.
  for (const times of [[], [alone, whole, current]]) {
    for (const draft of drafts) {
      const bare = await timed(() => format(draft.unformatted, { parser: "typescript" }));
      const done = await timed(() => emit.finishModule(draft));
      const known = await timed(() => emit.isCurrent(draft, done.result));
      if (!known.result) throw new Error("a module that was just made is not current");
      for (const [at, { ms }] of [bare, done, known].entries()) times[at]?.push(ms);
    }
  }
  const sum = (times: readonly number[]): number => times.reduce((a, b) => a + b, 0);
  return { prettier: sum(alone), finished: sum(whole), current: sum(current) };
}

async function makeDrafts() {
  const { analyzed } = await load<typeof import("../../src/compiler/compile.ts")>("compile.js");
  const { createMemoryHost } = await load<typeof import("../../src/compiler/memory-host.ts")>("memory-host.js");
  const emit = await load<Emit>("emit/index.js");
  const host = createMemoryHost(texts);
  const { built } = await analyzed({ files: texts, host }, { tasks: false });
  await import("ts-morph");
  const { ms, result: drafts } = await timed(async () => {
    const all = [];
    for (const { side } of built.files) all.push(await emit.draftModule(built.plan, side, { host }));
    return all;
  });
  return { emit, drafts, ms };
}

const measures: Readonly<Record<string, () => Promise<object>>> = { parsing, checking, drafting, finishing };
console.log(JSON.stringify(await measures[what]?.()));
