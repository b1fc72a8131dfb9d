/** What an app gets of a module, and what breaks in it at compile time: each line marked `// wrong` and no other. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { compile } from "schedc";
import { afterAll, beforeAll, expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const place = mkdtempSync(join(root, "test/emit/app-"));

const jobs = `
every weekday 9-17 at :30 run businessTask
group reports {
  every monday at 9:00 run report("weekly", { to: "all", limit: 5 }) { id "reports.weekly" }
  every day at 9:00 run report("daily", { to: "all", limit: 10 }) { id "reports.daily" }
}
every day at 1:00 run mailer.send("night", @signal) {
  id "with space, \\"quotes\\" and \${braces}\`"
  when quiet(5)
  on failure run alert("mail")
}
every day at 2:00 run alert("disk", 3) { id "constructor()" }
every day at 3:00 run measure([1, 2], [], ["a"]) { id "lists" }
every day at 4:00 run measure([3, 4], [], ["b", "c"]) { id "more-lists" }
every day at 5:00 run pick({ kind: "file", path: "/a" }) { id "pick-file" }
every day at 6:00 run pick({ kind: "url", url: "b" }) { id "pick-url" }
`;

const right = `
const tasks = {
  businessTask: (run: Run) => run.key,
  report: (kind: "daily" | "weekly" | "monthly", { limit }: { to: string; limit: number }) => [kind, limit],
  mailer: { send: async (subject: string, signal: AbortSignal) => void [subject, signal] },
  quiet: async () => true,
  alert: (...args: [what: string, run: Run] | [what: string, level: number, run: Run]) => args.length,
  measure: (pair: [number, number], none: string[], some: readonly string[]) => [pair, none, some],
  pick: (what: { kind: "file"; path: string } | { kind: "url"; url: string }) => what.kind,
};`;

const programs: Readonly<Record<string, string>> = {
  "handles.ts": `
import { createScheduler, type Run } from "schedc/runtime";
import { register, type JobId } from "./jobs.sched.ts";
${right}
const jobs = register(createScheduler(), tasks);
const next: number | undefined = jobs.businessTask.next();
const weekly: "reports.weekly" = jobs["reports.weekly"].id;
const odd = jobs["with space, \\"quotes\\" and \${braces}\`"].pause;
jobs["constructor()"].runNow();
jobs.bussinessTask.next(); // wrong
jobs["reports.yearly"].next(); // wrong
jobs.constructor.next(); // wrong
const id: JobId = "reports.daily";
const none: JobId = "reports.yearly"; // wrong
export { next, weekly, odd, id, none };
`,
  "events.ts": `
import { type AnyEvent, createScheduler, type Run } from "schedc/runtime";
import { register, type JobId } from "./jobs.sched.ts";
${right}
const scheduler = createScheduler();
const jobs = register(scheduler, tasks);
jobs["reports.daily"].on("run.failed", (event) => {
  const id: "reports.daily" = event.job;
  const other: "reports.weekly" = event.job; // wrong
  return [id, other, event.error, event.endedAt];
});
scheduler.on("run.succeeded", (event) => {
  if (event.job === "reports.daily") return event.result;
  if (event.job === "reports.yearly") return event.result; // wrong
  const all: JobId = event.job;
  return all;
}, { of: jobs });
scheduler.on("*", (event) => {
  if (event.name === "fire.skipped") return [event.reason, event.job satisfies JobId];
  return event.error; // wrong
}, { of: jobs });
scheduler.on("clock.stepped", ({ to }) => to, { of: jobs }); // wrong
scheduler.on("run.failed", ({ job }) => job === "whatever");
export const log = (event: AnyEvent<JobId>) => event.name;
`,
  "contextual.ts": `
import { createScheduler } from "schedc/runtime";
import { register } from "./jobs.sched.ts";
register(createScheduler(), {
  businessTask(run) { return run.key; },
  report: (kind, { to, limit }, run) => kind === "daily" ? to : limit + run.attempt,
  mailer: { send: (subject, signal) => [subject satisfies "night", signal.aborted] },
  quiet: (level, run) => level > run.attempt,
  alert: (...args) => args.length === 3 ? args[1] + 1 : args[0],
  measure: ([a, b], none, some) => [a + b, none.length, some.length],
  pick: (what) => what.kind === "file" ? what.path : what.url,
});
`,
  "missing.ts": `
import { createScheduler, type Run } from "schedc/runtime";
import { register } from "./jobs.sched.ts";
${right}
const { businessTask, mailer, ...most } = tasks;
register(createScheduler(), { ...most, businessTask }); // wrong
register(createScheduler(), { ...most, businessTask, mailer: {} }); // wrong
register(createScheduler()); // wrong
`,
  "wrong.ts": `
import { createScheduler, type Run } from "schedc/runtime";
import { register } from "./jobs.sched.ts";
${right}
const scheduler = createScheduler();
register(scheduler, { ...tasks, report: (kind: "daily") => kind }); // wrong
register(scheduler, { ...tasks, report: (kind: number) => kind }); // wrong
register(scheduler, { ...tasks, report: (kind: string, options: { limit: string }) => [kind, options] }); // wrong
register(scheduler, { ...tasks, quiet: () => "yes" }); // wrong
register(scheduler, { ...tasks, quiet: async () => 1 }); // wrong
register(scheduler, { ...tasks, mailer: { send: (subject: string, signal: string) => [subject, signal] } }); // wrong
register(scheduler, { ...tasks, alert: (what: string, run: Run) => [what, run] }); // wrong
register(scheduler, { ...tasks, measure: (pair: [number, number], none: [string]) => [pair, none] }); // wrong
register(scheduler, { ...tasks, pick: (what: { kind: "file"; path: string }) => what.path }); // wrong
register(scheduler, { ...tasks, businessTask: (run: Run, more: string) => [run, more] }); // wrong
`,
  "classes.ts": `
import { createScheduler, type Run } from "schedc/runtime";
import { register, type Tasks } from "./jobs.sched.ts";
${right}
class Mailer {
  readonly #sent: string[] = [];
  async send(subject: string, signal: AbortSignal): Promise<number> {
    signal.throwIfAborted();
    return this.#sent.push(subject);
  }
}
class Jobs implements Pick<Tasks, "businessTask" | "quiet"> {
  readonly mailer = new Mailer();
  constructor(private readonly limit: number) {}
  businessTask(run: Run): string { return run.key; }
  quiet(level: number): boolean { return level < this.limit; }
}
class Wrong implements Pick<Tasks, "quiet"> {
  quiet(level: number): string { return String(level); } // wrong
}
const { businessTask, quiet, mailer, ...most } = tasks;
const service = new Jobs(3);
register(createScheduler(), {
  ...most,
  mailer: service.mailer,
  businessTask: (run) => service.businessTask(run),
  quiet: (level) => service.quiet(level),
});
export { Wrong, businessTask, quiet, mailer };
`,
};

const options = {
  noEmit: true,
  strict: true,
  target: "es2024",
  lib: ["es2024", "esnext.disposable", "webworker"],
  types: [],
  module: "nodenext",
  customConditions: ["schedc-source"],
  allowImportingTsExtensions: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
};

async function write(source: string): Promise<void> {
  const { modules, diagnostics } = await compile({ files: { "jobs.sched": source } });
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  writeFileSync(join(place, "jobs.sched.ts"), modules["jobs.sched.ts"] ?? "");
}

/** `file:line` of every error in the programs. */
function errors(version: string): readonly string[] {
  const tsc = join(root, "node_modules", version, "bin/tsc");
  const { stdout } = spawnSync(process.execPath, [tsc, "--pretty", "false", "-p", place], {
    cwd: place,
    encoding: "utf8",
  });
  return [
    ...new Set([...stdout.matchAll(/^([\w.]+\.ts)\((\d+),/gm)].map(([, file, line]) => `${file}:${line}`)),
  ].sort();
}

const marked = Object.entries(programs).flatMap(([file, text]) =>
  text.split("\n").flatMap((line, at) => (line.endsWith("// wrong") ? [`${file}:${at + 1}`] : [])),
);

beforeAll(async () => {
  await write(jobs);
  for (const [file, text] of Object.entries(programs)) writeFileSync(join(place, file), text);
  writeFileSync(join(place, "tsconfig.json"), JSON.stringify({ compilerOptions: options, include: ["*.ts"] }));
});

afterAll(() => rmSync(place, { recursive: true, force: true }));

test.each(["typescript-5.9", "typescript-6", "typescript"])(
  "%s refuses what is wrong in an app and nothing else",
  (version) => {
    expect(marked.length).toBeGreaterThan(20);
    expect(errors(version)).toEqual([...marked].sort());
  },
  60_000,
);

test("a renamed job and a changed argument break the app that relied on them", async () => {
  await write(
    jobs.replace('id "reports.weekly"', 'id "reports.eachWeek"').replace('report("daily"', 'report("yearly"'),
  );
  const found = errors("typescript").filter((place) => !marked.includes(place));
  const lineOf = (file: string, start: string): string =>
    `${file}:${(programs[file] ?? "").split("\n").findIndex((line) => line.includes(start)) + 1}`;
  expect(found).toContain(lineOf("handles.ts", 'jobs["reports.weekly"]'));
  expect(found).toContain(lineOf("handles.ts", "register(createScheduler(), tasks)"));
}, 60_000);
