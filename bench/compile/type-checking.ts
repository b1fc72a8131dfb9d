/** What `tsc` takes for the module of a project beside what it takes for the same calls alone in a file. */
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { analyzed } from "../../src/compiler/compile.ts";
import { draftModule } from "../../src/compiler/emit/index.ts";
import { createMemoryHost } from "../../src/compiler/memory-host.ts";
import { median } from "../contest.ts";
import { callsModule, corpus, tasksModule } from "./corpus.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const run = promisify(execFile);
const ROUNDS = 5;

export interface TypeChecking {
  readonly version: string;
  /** Seconds that `tsc --noEmit` says it took, by program. */
  readonly seconds: Readonly<Record<Program, number>>;
}

const programs = ["calls", "imported", "given"] as const;
/** The calls alone; the module whose tasks are imported; the one whose tasks the app gives. */
type Program = (typeof programs)[number];

/** All programs in turn, round by round; the median counts. */
export async function typeChecking(jobs: number): Promise<readonly TypeChecking[]> {
  const folder = await mkdtemp(join(tmpdir(), "schedc-bench-"));
  try {
    for (const program of programs) await makeProgram(join(folder, program), program, jobs);
    const results: TypeChecking[] = [];
    for (const version of ["typescript-6", "typescript"]) {
      const times: Record<Program, number[]> = { calls: [], imported: [], given: [] };
      for (let round = 0; round < ROUNDS; round++) {
        for (const program of programs) times[program].push(await secondsOf(version, join(folder, program)));
      }
      const { calls, imported, given } = times;
      const seconds = { calls: median(calls), imported: median(imported), given: median(given) };
      results.push({ version: version === "typescript" ? "7" : "6", seconds });
    }
    return results;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function makeProgram(folder: string, program: Program, jobs: number): Promise<void> {
  await mkdir(folder);
  await writeFile(join(folder, "package.json"), '{ "type": "module" }');
  await writeFile(join(folder, "tasks.ts"), tasksModule());
  await writeFile(join(folder, "main.ts"), program === "calls" ? callsModule(jobs) : await moduleOf(program, jobs));
  const compilerOptions = {
    noEmit: true,
    strict: true,
    target: "es2024",
    lib: ["es2024", "esnext.disposable", "webworker"],
    types: [],
    module: "nodenext",
    allowImportingTsExtensions: true,
    skipLibCheck: true,
    paths: { "schedc/runtime": [join(root, "dist/runtime/index.d.ts")] },
  };
  await writeFile(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["main.ts"] }));
}

async function moduleOf(program: Exclude<Program, "calls">, jobs: number): Promise<string> {
  const files = corpus({ jobs, files: 1 }, program);
  const host = createMemoryHost({ ...files, "tasks.ts": tasksModule() });
  const { built } = await analyzed({ files, host }, { tasks: false });
  const [file] = built.files;
  if (file === undefined) throw new Error("the project has no file");
  return (await draftModule(built.plan, file.side, { host })).unformatted;
}

async function secondsOf(version: string, project: string): Promise<number> {
  const tsc = join(root, "node_modules", version, "bin/tsc");
  const { stdout } = await run(process.execPath, [tsc, "-p", project, "--extendedDiagnostics"]);
  const [, seconds] = /^Total time:\s*([\d.]+)s/m.exec(stdout) ?? [];
  return Number(seconds);
}
