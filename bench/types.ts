/**
 * `npm run bench:types`: what it costs to hold calls against the types of their tasks, beside `tsc --noEmit` of
 * TypeScript 6 over the same tasks. Cold is a whole command in a new process, of both in turn; warm is the check of
 * one changed file in a session that has seen the project. Needs `npm run build`.
 */
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { createNodeHost } from "../src/cli/node-host.ts";
import { check, createTypeSession } from "../src/compiler/index.ts";
import { median } from "./contest.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const run = promisify(execFile);
const COLD_ROUNDS = 9;
const WARM_ROUNDS = 21;

interface Project {
  readonly folder: string;
  readonly files: Readonly<Record<string, string>>;
}

/** Tasks of three parameters, ten a module, each run once with literals that its types bound. */
async function makeProject(tasks: number): Promise<Project> {
  const folder = await mkdtemp(join(tmpdir(), "schedc-types-"));
  await mkdir(join(folder, "jobs"));
  await writeFile(join(folder, "package.json"), `{ "type": "module" }\n`);
  await writeFile(join(folder, "schedc.json"), "{}\n");
  const options = `"strict": true, "target": "es2024", "module": "nodenext", "noEmit": true, "skipLibCheck": true`;
  await writeFile(join(folder, "tsconfig.json"), `{ "compilerOptions": { ${options} }, "include": ["jobs"] }\n`);
  const files: Record<string, string> = {};
  for (let first = 0; first < tasks; first += 10) {
    const numbers = Array.from({ length: 10 }, (_, at) => first + at);
    files[`jobs/jobs${first}.sched`] = [
      `import { ${numbers.map((n) => `task${n}`).join(", ")} } from "./tasks${first}.js"`,
      ...numbers.map((n) => {
        const time = `${n % 24}:${String(n % 60).padStart(2, "0")}:${String(Math.floor(n / 60) % 60).padStart(2, "0")}`;
        return `every day at ${time} run task${n}("daily", { source: "orders", tags: ["a", "b"], level: "high" })`;
      }),
      "",
    ].join("\n");
    const text = numbers.map(
      (n) => `export interface Options${n} {
  source: string;
  tags?: readonly string[];
  level: "high" | "low";
}
export async function task${n}(kind: "daily" | "weekly", options: Options${n}, run: { signal: AbortSignal }): Promise<void> {
  run.signal.throwIfAborted();
  console.log(kind, options.source, options.tags?.length ?? 0);
}
`,
    );
    await writeFile(join(folder, `jobs/tasks${first}.ts`), text.join(""));
    await writeFile(join(folder, `jobs/jobs${first}.sched`), files[`jobs/jobs${first}.sched`] ?? "");
  }
  return { folder, files };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

async function cold({ folder }: Project): Promise<{ readonly ours: number; readonly tsc: number }> {
  const ours: number[] = [];
  const tsc: number[] = [];
  const start = (script: string, ...args: string[]): Promise<unknown> =>
    run(process.execPath, [join(root, script), ...args], { cwd: folder });
  // The first round fills the caches of both and does not count.
  for (let round = 0; round <= COLD_ROUNDS; round++) {
    const pair = [
      await timed(() => start("bin/schedc.js", "check", "--quiet", "--max-warnings", "100000")),
      await timed(() => start("node_modules/typescript-6/bin/tsc", "--noEmit", "-p", ".")),
    ] as const;
    if (round > 0) ours.push(pair[0]);
    if (round > 0) tsc.push(pair[1]);
  }
  return { ours: median(ours), tsc: median(tsc) };
}

async function warm({ folder, files }: Project): Promise<number> {
  const host = createNodeHost(folder);
  const types = createTypeSession();
  const [name = "", text = ""] = Object.entries(files)[0] ?? [];
  const look = async (files: Readonly<Record<string, string>>): Promise<void> => {
    const { diagnostics } = await check({ files, root: folder, host, types });
    if (diagnostics.some(({ severity }) => severity === "error")) throw new Error(diagnostics[0]?.message);
  };
  await look(files);
  const times: number[] = [];
  for (let round = 0; round < WARM_ROUNDS; round++) {
    const changed = { ...files, [name]: text.replace("orders", `orders${round}`) };
    times.push(await timed(() => look(changed)));
  }
  return median(times);
}

const whole = (value: number): string => `${Math.round(value)} ms`;

const thousand = await makeProject(1000);
const half = await makeProject(500);
try {
  const { ours, tsc } = await cold(thousand);
  const ratio = (ours / tsc).toFixed(2);
  console.log(`check of 1,000 jobs, cold: ${whole(ours)} · tsc 6 of their tasks alone: ${whole(tsc)} · ${ratio} times`);
  console.log(`check of 50 files with 500 tasks after a change in one, warm: ${whole(await warm(half))}`);
} finally {
  await rm(thousand.folder, { recursive: true });
  await rm(half.folder, { recursive: true });
}
