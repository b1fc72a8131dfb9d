/** The door as tools use it: several files, errors, and what each call loads. */
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { check, compile, format, parse } from "schedc";
import { expect, test } from "vitest";
import { firesFrom } from "./plan-of.ts";

test("an error anywhere means no modules, a warning does not", async () => {
  const good = "every day at 9:00 run f\n";
  const wrong = await compile({ files: { "a.sched": good, "b.sched": "every day run g\n" } });
  expect(wrong.diagnostics).toMatchObject([{ code: "time/missing", file: "b.sched", severity: "error" }]);
  expect(wrong.modules).toEqual({});
  expect(wrong.plan.jobs.map(({ id }) => id)).toEqual(["f"]);
  const warned = await compile({ files: { "a.sched": good, "b.sched": "every month on the 31st at 9:00 run g\n" } });
  expect(warned.diagnostics).toMatchObject([{ code: "day/short-month", severity: "warning" }]);
  expect(Object.keys(warned.modules)).toEqual(["a.sched.ts", "b.sched.ts"]);
});

test("a window comes from another file", async () => {
  const files = {
    "jobs/night.sched": 'import { quiet as still } from "../common.sched"\nevery hour during still run f\n',
    "common.sched": "window quiet = 22:00-0:00\n",
  };
  const { diagnostics, plan } = await check({ files });
  expect(diagnostics).toEqual([]);
  const [job] = plan.jobs;
  expect(job?.source).toBe("jobs/night.sched");
  expect(job && firesFrom(job.trigger, "2026-01-01", 3)).toEqual([
    "2026-01-01 22:00",
    "2026-01-01 23:00",
    "2026-01-02 22:00",
  ]);
});

test("one broken statement costs itself alone", async () => {
  const files = { "a.sched": "every day at 9:00 run f\nevery dya at 9:00 run g\nevery day at 10:00 run h\n" };
  const { diagnostics, plan } = await check({ files });
  expect(diagnostics).toHaveLength(1);
  expect(plan.jobs.map(({ id }) => id)).toEqual(["f", "h"]);
});

test("a mistake has one finding", async () => {
  const texts = [
    "calendar c { include nowhere }\nevery weekday at 9:00 except c run f\n",
    "every workday at 9:00 run f\n",
    "every 7 hours run f\n",
    "every day at 9:00 during nowhere run f\n",
    'cron "61 * * * *" run f\n',
    'cron "0 0 30 2 *" run f\n',
    "after nothing succeeds run f\n",
  ];
  for (const text of texts) {
    const { diagnostics } = await check({ files: { "a.sched": text } });
    expect([text, diagnostics.map(({ code }) => code)]).toEqual([text, [expect.any(String)]]);
  }
});

test("text doors", () => {
  expect(format("every  day at 9am run f").text).toBe("every day at 9:00 run f\n");
  expect(format("every day at 9:00, 10:00 run f", { limits: { list: 1 } }).diagnostics).toMatchObject([
    { code: "file/list-too-long" },
  ]);
  const { tree, diagnostics } = parse("every day run\n", { file: "x.sched" });
  expect(tree.kind).toBe("file");
  expect(diagnostics).toMatchObject([{ file: "x.sched", severity: "error" }]);
});

test("checking loads neither what emits nor, without an expression, what reads cron", () => {
  const loaded = (text: string): readonly string[] => {
    const script = `
      import { registerHooks } from "node:module";
      const packages = new Set();
      registerHooks({ resolve(name, context, next) { if (/^(prettier|ts-morph|cron-parser|ical)/.test(name)) packages.add(name); return next(name, context); } });
      const { check } = await import("schedc");
      const { diagnostics } = await check({ files: { "a.sched": ${JSON.stringify(text)} } });
      console.log(JSON.stringify([diagnostics.length, ...packages]));
    `;
    const options = { cwd: fileURLToPath(new URL("../..", import.meta.url)), encoding: "utf8" } as const;
    const flags = ["--conditions=schedc-source", "--no-warnings", "--input-type=module", "--eval", script];
    return JSON.parse(execFileSync(process.execPath, flags, options)) as string[];
  };
  expect(loaded("every day at 9:00 run f\n")).toEqual([0]);
  expect(loaded('cron "0 9 * * *" run f\n')).toEqual([0, "cron-parser"]);
});
