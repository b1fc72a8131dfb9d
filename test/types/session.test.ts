/** A session answers as a fresh one would, whatever changed since its last look. */
import { check, type Diagnostic } from "schedc";
import { expect, test } from "vitest";
import { createMemoryHost, type MemoryHost } from "../../src/compiler/memory-host.ts";
import { createTypeSession, type TypeSession } from "../../src/compiler/types/index.ts";

const schedule = `import { sendReport } from "./tasks.ts"\nevery day at 9:00 run sendReport("daily")\n`;
const tasks = 'export { sendReport } from "./reports.ts";\n';
const reports = 'export function sendReport(kind: "daily" | "weekly"): void {}\n';

interface Open {
  readonly host: MemoryHost;
  /** The codes that the kept session gives, once a fresh one has given the same. */
  look(text?: string): Promise<readonly string[]>;
}

function open(files: Readonly<Record<string, string>> = { "tasks.ts": tasks, "reports.ts": reports }): Open {
  const host = createMemoryHost(files, "/project");
  const kept = createTypeSession();
  const found = async (text: string, types: TypeSession): Promise<readonly Diagnostic[]> =>
    (await check({ files: { "a.sched": text }, root: "/project", host, types })).diagnostics;
  return {
    host,
    async look(text = schedule) {
      const diagnostics = await found(text, kept);
      expect(diagnostics).toEqual(await found(text, createTypeSession()));
      return diagnostics.map(({ code }) => code);
    },
  };
}

test("a change in the schedule is seen, and so is its end", async () => {
  const { look } = open();
  expect(await look()).toEqual([]);
  expect(await look(schedule.replace("daily", "dayly"))).toEqual(["task/wrong-argument"]);
  expect(await look(`\n\n${schedule.replace("daily", "dayly")}`)).toEqual(["task/wrong-argument"]);
  expect(await look()).toEqual([]);
});

test("a change behind a re-export is seen", async () => {
  const { look, host } = open();
  expect(await look()).toEqual([]);
  await host.writeFile("reports.ts", reports.replace('"daily"', '"yearly"'));
  expect(await look()).toEqual(["task/wrong-argument"]);
  await host.writeFile("reports.ts", reports);
  expect(await look()).toEqual([]);
});

test("a module that goes and comes back is seen", async () => {
  const { look, host } = open();
  expect(await look()).toEqual([]);
  await host.removeFile("tasks.ts");
  expect(await look()).toEqual(["task/unknown-module"]);
  await host.writeFile("tasks.ts", tasks);
  expect(await look()).toEqual([]);
});

test("a module that is there at last is seen, also behind another", async () => {
  const { look, host } = open({ "tasks.ts": tasks });
  await look();
  await host.writeFile("reports.ts", reports.replace('"daily"', '"yearly"'));
  expect(await look()).toEqual(["task/wrong-argument"]);
});

test("a change of the tsconfig is seen", async () => {
  const { look, host } = open({ "tasks.ts": "export function sendReport(kind: string): void {}\n" });
  const wrong = schedule.replace('"daily"', "null");
  expect(await look(wrong)).toEqual(["task/wrong-argument"]);
  await host.writeFile("tsconfig.json", '{ "compilerOptions": { "strict": false } }');
  expect(await look(wrong)).toEqual([]);
  await host.writeFile("tsconfig.json", '{ "extends": "./base.json" }');
  await host.writeFile("base.json", '{ "compilerOptions": { "strict": true } }');
  expect(await look(wrong)).toEqual(["task/wrong-argument"]);
});

test("ambient declarations of the tsconfig count", async () => {
  const { look, host } = open({
    "tsconfig.json": '{ "compilerOptions": { "strict": true }, "include": ["*.ts"] }',
    "globals.d.ts": 'type Kind = "weekly";\n',
    "tasks.ts": "export function sendReport(kind: Kind): void {}\n",
  });
  expect(await look()).toEqual(["task/wrong-argument"]);
  await host.writeFile("globals.d.ts", 'type Kind = "daily";\n');
  expect(await look()).toEqual([]);
});

test("what modules among the tsconfig's files declare for all counts", async () => {
  const { look, host } = open({
    "tsconfig.json": '{ "compilerOptions": { "strict": true }, "include": ["*.ts"] }',
    "tasks.ts": "export function sendReport(kind: Kind): void {}\n",
  });
  expect(await look()).toEqual([]);
  await host.writeFile("kinds.ts", 'declare global {\n  type Kind = "weekly";\n}\nexport {};\n');
  expect(await look()).toEqual(["task/wrong-argument"]);
  await host.writeFile("kinds.ts", 'declare global {\n  type Kind = "daily";\n}\nexport {};\n');
  expect(await look()).toEqual([]);
});

test("what lies where no import may lead is neither read nor checked", async () => {
  const read: string[] = [];
  const host = createMemoryHost({ "/outside/tasks.ts": "export const sendReport = 1;\n" });
  const { sync } = host;
  if (!sync) throw new Error("a memory host can be looked at");
  const spied = {
    ...host,
    sync: {
      ...sync,
      readFile: (path: string) => {
        read.push(path);
        return sync.readFile(path);
      },
    },
  };
  const text = schedule.replace("./tasks.ts", "../outside/tasks.ts");
  const { diagnostics } = await check({ files: { "a.sched": text }, root: "/project", host: spied });
  expect(diagnostics.map(({ code }) => code)).toEqual(["import/outside"]);
  expect(read).toEqual([]);
});

test("an alias leads no further than the config lets imports lead", async () => {
  const host = createMemoryHost(
    {
      "tsconfig.json": '{ "compilerOptions": { "paths": { "@/*": ["./src/*"], "@near/*": ["./src/tasks/*"] } } }',
      "package.json": '{ "name": "app", "imports": { "#reports": "./src/reports.ts" } }',
      "src/reports.ts": reports,
      "src/tasks/reports.ts": reports,
      "node_modules/mailer/package.json": '{ "name": "mailer", "types": "./index.d.ts" }',
      "node_modules/mailer/index.d.ts": reports.replace(" {}", ";"),
    },
    "/project",
  );
  const codes = async (from: string, folders?: readonly string[]): Promise<readonly string[]> => {
    const text = schedule.replace("./tasks.ts", from);
    const config = folders === undefined ? {} : { imports: { folders } };
    const { diagnostics } = await check({ files: { "a.sched": text }, root: "/project", host, config });
    return diagnostics.map(({ code }) => code);
  };
  for (const from of ["@/reports", "#reports"]) {
    expect(await codes(from)).toEqual([]);
    expect(await codes(from, ["src/tasks"])).toEqual(["import/outside"]);
    expect(await codes(from, ["src"])).toEqual([]);
  }
  for (const from of ["@/tasks/reports", "@near/reports", "mailer"])
    expect(await codes(from, ["src/tasks"])).toEqual([]);
});

test("without a host modules count that are given as text, and no others are missing", async () => {
  const wrong = schedule.replace("daily", "dayly");
  const codes = async (files: Readonly<Record<string, string>>): Promise<readonly string[]> =>
    (await check({ files })).diagnostics.map(({ code }) => code);
  expect(await codes({ "a.sched": wrong })).toEqual([]);
  expect(await codes({ "a.sched": wrong, "tasks.ts": tasks, "reports.ts": reports })).toEqual(["task/wrong-argument"]);
  expect(await codes({ "a.sched": wrong, "other.ts": reports })).toEqual(["task/unknown-module"]);
});

test("a package without types may export anything, also under strict", async () => {
  const { look } = open({
    "tsconfig.json": '{ "compilerOptions": { "strict": true, "module": "nodenext" } }',
    "node_modules/mailer/package.json": '{ "name": "mailer", "version": "1.0.0", "exports": "./index.js" }',
    "node_modules/mailer/index.js": "exports.send = () => undefined;\n",
  });
  expect(await look('import { send } from "mailer"\nevery day at 9:00 run send(1, "two")\n')).toEqual([]);
});

test("a module that is too deep for TypeScript is a failure with a sentence, and no more than that", async () => {
  const { look, host } = open();
  expect(await look()).toEqual([]);
  const deep = `export function sendReport(kind: ${"[".repeat(30_000)}string${"]".repeat(30_000)}): void {}\n`;
  await host.writeFile("reports.ts", deep);
  await expect(look()).rejects.toMatchObject({ name: "SchedcError", code: "types/too-deep" });
  await expect(look()).rejects.toThrow("the calls of a.sched");
  await host.writeFile("reports.ts", reports.replace('"daily"', '"yearly"'));
  expect(await look()).toEqual(["task/wrong-argument"]);
});

test("a key that stands twice is one mistake", async () => {
  const { look } = open({ "tasks.ts": "export function sendReport(all: { a: number }): void {}\n" });
  const call = (value: string): string => schedule.replace('"daily"', value);
  expect(await look(call("{ a: 1, a: 2 }"))).toEqual(["name/duplicate-key"]);
  expect(await look(call('{ a: 1, a: "2" }'))).toEqual(["name/duplicate-key", "task/wrong-argument"]);
});
