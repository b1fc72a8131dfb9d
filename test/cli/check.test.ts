import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { bad, folderOf, good } from "./run-cli.ts";

describe("schedc check", () => {
  test("is clean and quiet on the standard output where nothing is wrong", async () => {
    const ended = await folderOf({ "orders.sched": good }).run(["check"]);
    expect(ended).toEqual({ code: 0, out: "", err: "nothing to complain about in 1 file\n" });
  });

  test("prints findings on the standard output and fails", async () => {
    const { code, out, err } = await folderOf({ "jobs/bad.sched": bad }).run(["check"]);
    expect(code).toBe(1);
    expect(out).toContain("error[time/missing]");
    expect(out).toContain("jobs/bad.sched:1:7");
    expect(err).toBe("1 error in 1 file\n");
  });

  test("has the JSON shape that programs rely on", async () => {
    const { code, out, err } = await folderOf({ "bad.sched": `// x\n${bad}` }).run(["check", "--format", "json"]);
    expect(code).toBe(1);
    expect(err).toBe("");
    const report = JSON.parse(out);
    expect(report).toMatchObject({ version: 1, summary: { errors: 1, warnings: 0 } });
    expect(report.diagnostics).toHaveLength(1);
    const [found] = report.diagnostics;
    expect(found).toMatchObject({
      code: "time/missing",
      severity: "error",
      message: expect.any(String),
      file: "bad.sched",
      range: { start: { line: 2, column: 7, offset: 11 }, end: { line: 2, column: 10, offset: 14 } },
      help: expect.any(String),
    });
    expect(found.fixes[0]).toMatchObject({
      title: expect.any(String),
      applicability: "unsafe",
      edits: [{ range: { start: { offset: 14 }, end: { offset: 14 } }, text: " at midnight" }],
    });
  });

  test("finds files by name, folder, glob and below the working directory", async () => {
    const folder = folderOf({
      "a.sched": good,
      "deep/b.sched": good.replace("businessTask", "b"),
      "deep/er/c.sched": good.replace("businessTask", "c"),
      "node_modules/pkg/d.sched": bad,
    });
    const counted = async (...paths: string[]): Promise<string> => (await folder.run(["check", ...paths])).err;
    expect(await counted()).toContain("in 3 files");
    expect(await counted("a.sched")).toContain("in 1 file");
    expect(await counted("deep")).toContain("in 2 files");
    expect(await counted("**/*.sched")).toContain("in 3 files");
    expect(await counted("deep/*.sched")).toContain("in 1 file");
    expect(await counted("deep/{b,er/c}.sched", "a.sched")).toContain("in 3 files");
    expect(await counted(`${folder.path}/deep`)).toContain("in 2 files");
  });

  test("reads the standard input", async () => {
    const { code, out } = await folderOf({}).run(["check", "-"], { input: bad });
    expect(code).toBe(1);
    expect(out).toContain("<stdin>:1:7");
  });

  test("could not run where there is nothing to check", async () => {
    for (const line of [["check"], ["check", "gone.sched"], ["check", "*.sched"]]) {
      const { code, out, err } = await folderOf({ "other.txt": "" }).run(line);
      expect({ code, out }).toEqual({ code: 2, out: "" });
      expect(err).toMatch(/^schedc: there is no /);
    }
    const { err } = await folderOf({}).run(["check"]);
    expect(err).toBe("schedc: there is no .sched file in the working directory or below\n");
  });

  test.each(["check", "build", "fmt", "next", "explain"])("%s takes no other file for one of its own", async (verb) => {
    const ended = await folderOf({ "tasks.ts": "export const a = 1;\n" }).run([verb, "tasks.ts"]);
    expect(ended).toEqual({ code: 2, out: "", err: "schedc: tasks.ts is no .sched file\n" });
  });

  test("applies safe fixes until none is left", async () => {
    const folder = folderOf({ "a.sched": "every day at 9am run f\n# a note\nevery day at 5pm run g\n" });
    const { code, out, err } = await folder.run(["check", "--fix"]);
    expect({ code, out }).toEqual({ code: 0, out: "" });
    expect(err).toMatch(/fix(es)? applied/);
    expect(folder.read("a.sched")).toContain("// a note");
    expect((await folder.run(["check", "--fix"])).err).toBe("nothing to complain about in 1 file\n");
  });

  test("applies no fix that has to be chosen", async () => {
    const folder = folderOf({ "a.sched": bad });
    expect((await folder.run(["check", "--fix"])).code).toBe(1);
    expect(folder.read("a.sched")).toBe(bad);
    expect((await folder.run(["check", "--fix", "-"], { input: bad })).code).toBe(2);
  });

  test("fails on more warnings than are allowed", async () => {
    const folder = folderOf({ "a.sched": "every month on the 31st at 9:00 run f\n" });
    expect((await folder.run(["check"])).code).toBe(0);
    expect((await folder.run(["check", "--max-warnings", "1"])).code).toBe(0);
    expect((await folder.run(["check", "--max-warnings", "0"])).code).toBe(1);
    expect((await folder.run(["check", "--max-warnings", "many"])).code).toBe(2);
  });

  test("knows what is past only when told the time", async () => {
    const folder = folderOf({ "a.sched": "once at 2020-01-01T09:00 run f\n" });
    expect((await folder.run(["check"])).err).toBe("nothing to complain about in 1 file\n");
    const { out } = await folder.run(["check", "--now", "2026-01-01T00:00:00Z"]);
    expect(out).toContain("warning[");
    expect((await folder.run(["check", "--now", "soon"])).code).toBe(2);
  });

  test("speaks to GitHub", async () => {
    const { out } = await folderOf({ "a,b.sched": bad }).run(["check", "--format", "github"]);
    expect(out).toMatch(
      /^::error file=a%2Cb\.sched,line=1,endLine=1,col=7,endColumn=10,title=time\/missing::[^\n]+\n$/,
    );
  });

  test("speaks SARIF", async () => {
    const { out } = await folderOf({ "a b.sched": bad }).run(["check", "--format", "sarif"]);
    const log = JSON.parse(out);
    expect(log.version).toBe("2.1.0");
    expect(log.runs[0].tool.driver).toMatchObject({ name: "schedc", rules: [{ id: "time/missing" }] });
    expect(log.runs[0].results[0]).toMatchObject({
      ruleId: "time/missing",
      ruleIndex: 0,
      level: "error",
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: "a%20b.sched" },
            region: { startLine: 1, startColumn: 7, endLine: 1, endColumn: 10, charOffset: 6, charLength: 3 },
          },
        },
      ],
    });
  });

  test("takes the nearest config, or the one it is given", async () => {
    const warned = "every month on the 31st at 9:00 run f\n";
    const folder = folderOf({
      "a/b/x.sched": warned,
      "a/schedc.json": '{ "severities": { "day/short-month": "off" } }',
      "strict.json": '{ "severities": { "day/short-month": "error" } }',
      "wrong.json": '{ "timezone": "Nowhere/At_All" }',
    });
    expect((await folder.run(["check", "a"])).err).toBe("nothing to complain about in 1 file\n");
    expect((await folder.run(["check", "a", "--config", "strict.json"])).code).toBe(1);
    const wrong = await folder.run(["check", "a", "--config", "wrong.json"]);
    expect(wrong.code).toBe(1);
    expect(wrong.out).toContain("wrong.json:1:3");
    expect((await folder.run(["check", "--config", "gone.json"])).code).toBe(2);
  });

  test("reads along what a file imports, and speaks of its errors alone", async () => {
    const folder = folderOf({
      "a.sched": 'import { office } from "./lib/windows.sched"\nevery 15 minutes during office run f\n',
      "lib/windows.sched":
        'import { core } from "./core.sched"\nwindow office = weekdays 9:00-17:00\nwindow unused = 1:00-2:00\n',
      "lib/core.sched": "window core = 10:00-12:00\n",
    });
    expect(await folder.run(["check", "a.sched"])).toMatchObject({ code: 0, out: "" });
    expect((await folder.run(["build", "a.sched"])).err).toBe("wrote a.sched.ts\n");
    folder.write("lib/windows.sched", "window office = weekdays 9:00-9:00\n");
    expect((await folder.run(["check", "a.sched"])).out).toMatch(/error\[.*\n.*lib\/windows\.sched:1/);
  });

  test("shows nothing of a file that an import leads to through a link out of the project", async () => {
    const outside = folderOf({ secret: "token 12345\n" });
    const folder = folderOf({ "a.sched": 'import { w } from "./b.sched"\nevery hour during w run f\n' });
    symlinkSync(join(outside.path, "secret"), join(folder.path, "b.sched"));
    for (const line of [["check"], ["check", "a.sched"], ["explain"], ["next"]]) {
      const { code, out, err } = await folder.run(line);
      expect(code).toBe(1);
      expect((out + err).match(/error\[.*?\]/g)).toEqual(["error[import/outside]"]);
      expect(out + err).not.toContain("token");
    }
  });

  test("refuses imports that lead out of the project", async () => {
    const folder = folderOf({ "a.sched": 'import { f } from "../out.ts"\nevery day at 9:00 run f\n' });
    expect((await folder.run(["check"])).out).toContain("error[import/outside]");
  });
});

describe("colour", () => {
  const tty = { stdout: { isTTY: true, columns: 80 } };
  test.each<[what: string, line: string[], world: object, colored: boolean]>([
    ["is off where no terminal is", [], {}, false],
    ["is on for a terminal", [], tty, true],
    ["is off under NO_COLOR", [], { ...tty, env: { NO_COLOR: "1" } }, false],
    ["is off for a dumb terminal", [], { ...tty, env: { TERM: "dumb" } }, false],
    ["is on under FORCE_COLOR", [], { env: { FORCE_COLOR: "1" } }, true],
    ["is what was asked for", ["--color", "always"], { env: { NO_COLOR: "1" } }, true],
    ["is not what was declined", ["--color", "never"], tty, false],
  ])("%s", async (_, line, world, colored) => {
    const { out } = await folderOf({ "a.sched": bad }).run(["check", ...line], world);
    expect(out.includes("\u001b[")).toBe(colored);
  });
});
