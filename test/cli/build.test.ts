import { lstatSync, mkdirSync, renameSync, rmSync, statSync, symlinkSync, utimesSync } from "node:fs";
import { join, sep } from "node:path";
import { describe, expect, test } from "vitest";
import { createNodeHost } from "../../src/cli/node-host.ts";
import { formatOptionsFor } from "../../src/compiler/emit/index.ts";
import { bad, folderOf, good } from "./run-cli.ts";

describe("schedc build", () => {
  test("writes the module beside its source, and nothing the second time", async () => {
    const folder = folderOf({ "jobs/orders.sched": good });
    expect(await folder.run(["build"])).toEqual({ code: 0, out: "", err: "wrote jobs/orders.sched.ts\n" });
    expect(folder.read("jobs/orders.sched.ts")).toMatch(/^\/\/ Made by schedc from orders\.sched;/);

    const module = join(folder.path, "jobs/orders.sched.ts");
    utimesSync(module, 1, 1);
    expect((await folder.run(["build"])).err).toBe("1 file up to date, nothing to write\n");
    expect(statSync(module).mtimeMs).toBe(1000);
  });

  // On those disks the two sources are one file already.
  test.skipIf(process.platform !== "linux")(
    "warns of modules that are one where the disk takes no notice of case",
    async () => {
      const folder = folderOf({ "Jobs.sched": good, "jobs.sched": good.replace("businessTask", "other") });
      const { code, out, err } = await folder.run(["build"]);
      expect(code).toBe(0);
      expect(out).toContain("warning[build/same-name]: jobs.sched and Jobs.sched make modules");
      expect(err).toContain("wrote Jobs.sched.ts\nwrote jobs.sched.ts\n");
      folder.write("schedc.json", '{ "severities": { "build/same-name": "off" } }');
      expect((await folder.run(["build"])).out).toBe("");
    },
  );

  test("leaves no other file behind", async () => {
    const folder = folderOf({ "orders.sched": good });
    await folder.run(["build", "--emit", "plan"]);
    const { readdirSync } = await import("node:fs");
    expect(readdirSync(folder.path).sort()).toEqual(["orders.sched", "orders.sched.json", "orders.sched.ts"]);
    expect(JSON.parse(folder.read("orders.sched.json") ?? "")).toMatchObject({
      version: 1,
      jobs: [{ id: "businessTask", source: "orders.sched" }],
    });
  });

  test.each([["beside its file"], ["below another folder", "--out-dir", "made"]])(
    "writes the plan %s with the same bytes from any folder",
    async (_, ...where) => {
      const folder = folderOf({ "schedc.json": "{}", "jobs/orders.sched": good });
      const [path, out] =
        where.length === 0 ? ["jobs/orders.sched.json", where] : ["made/jobs/orders.sched.json", where];
      await folder.run(["build", "--emit", "plan", ...out]);
      const plan = folder.read(path);
      expect(JSON.parse(plan ?? "")).toMatchObject({
        jobs: [{ source: where.length === 0 ? "orders.sched" : "../../jobs/orders.sched" }],
      });
      const inside = { cwd: `${folder.path}/jobs` };
      const outDir = where.length === 0 ? [] : ["--out-dir", "../made"];
      const checked = await folder.run(["build", "--check", "--emit", "plan", ...outDir], inside);
      expect(checked).toEqual({ code: 0, out: "", err: "2 files up to date\n" });
      expect((await folder.run(["build", "--emit", "plan", ...outDir], inside)).code).toBe(0);
      expect(folder.read(path)).toBe(plan);
    },
  );

  test("takes no config to agree from inside the folder with what was built from above", async () => {
    const folder = folderOf({ "jobs/orders.sched": good });
    await folder.run(["build", "--emit", "plan"]);
    const checked = await folder.run(["build", "--check", "--emit", "plan"], { cwd: `${folder.path}/jobs` });
    expect(checked).toEqual({ code: 0, out: "", err: "2 files up to date\n" });
  });

  test("lists in JSON what it did", async () => {
    const folder = folderOf({ "orders.sched": good });
    const ended = await folder.run(["build", "--format", "json"]);
    expect(JSON.parse(ended.out)).toEqual({
      version: 1,
      diagnostics: [],
      summary: { errors: 0, warnings: 0 },
      written: ["orders.sched.ts"],
      unchanged: [],
      removed: [],
    });
  });

  test("writes nothing while anything is wrong", async () => {
    const folder = folderOf({ "a.sched": good, "b.sched": bad });
    const { code, err } = await folder.run(["build"]);
    expect(code).toBe(1);
    expect(err).toBe("1 error; nothing was written\n");
    expect(folder.read("a.sched.ts")).toBeUndefined();
  });

  test("never writes over a file that is not its own", async () => {
    const folder = folderOf({ "a.sched": good, "a.sched.ts": "export const mine = 1;\n" });
    const { code, out } = await folder.run(["build"]);
    expect(code).toBe(1);
    expect(out).toContain("error[build/not-ours]: a.sched.ts is there already");
    expect(folder.read("a.sched.ts")).toBe("export const mine = 1;\n");
  });

  test("writes over no plan that is not its own, and removes its own with its module", async () => {
    const mine = '{ "version": 3 }\n';
    const folder = folderOf({ "a.sched": good, "a.sched.json": mine, "b.sched": "every day at 9:00 run f\n" });
    const { code, out } = await folder.run(["build", ".", "--emit", "plan"]);
    expect(code).toBe(1);
    expect(out).toContain("error[build/not-ours]: a.sched.json is there already");
    expect(folder.read("a.sched.json")).toBe(mine);

    folder.write("b.sched.json", (folder.read("b.sched.json") ?? "").replace('"id": "f"', '"id": "g"'));
    const edited = await folder.run(["build", ".", "--emit", "plan"]);
    expect(edited.out).toContain("error[build/edited]: b.sched.json was changed by hand");

    rmSync(join(folder.path, "b.sched.json"));
    await folder.run(["build", ".", "--emit", "plan"]);
    for (const name of ["a.sched", "b.sched"]) renameSync(join(folder.path, name), join(folder.path, `${name}.txt`));
    folder.write("c.sched", "every day at 9:00 run f\n");
    expect((await folder.run(["build", "."])).err).toBe(
      "wrote c.sched.ts\nremoved a.sched.ts\nremoved b.sched.ts\nremoved b.sched.json\n",
    );
    expect(folder.read("a.sched.json")).toBe(mine);
  });

  test("keeps the module of a file whose name has to be escaped, and tells of it in one line", async () => {
    const folder = folderOf({ "a\u001b\n\u202e.sched": good });
    expect((await folder.run(["build"])).err).toBe("wrote a\\u{1b}\\n\\u{202e}.sched.ts\n");
    expect((await folder.run(["build"])).err).toBe("1 file up to date, nothing to write\n");
    expect((await folder.run(["build", "--check"])).code).toBe(0);
  });

  test.skipIf(sep === "\\")("takes a backslash for a letter of a name", async () => {
    const folder = folderOf({ "a\\b.sched": good });
    expect((await folder.run(["build"])).err).toBe("wrote a\\b.sched.ts\n");
  });

  test("never throws away what was changed by hand", async () => {
    const folder = folderOf({ "a.sched": good });
    await folder.run(["build"]);
    const edited = (folder.read("a.sched.ts") ?? "").replace("minutes: [30]", "minutes: [31]");
    folder.write("a.sched.ts", edited);
    for (const line of [["build"], ["build", "--check"]]) {
      const { code, out } = await folder.run(line);
      expect(code).toBe(1);
      expect(out).toContain("error[build/edited]: a.sched.ts was changed by hand");
    }
    expect(folder.read("a.sched.ts")).toBe(edited);
  });

  test("removes a module whose source is gone, unless it was changed", async () => {
    const folder = folderOf({
      "a.sched": good,
      "old.sched": "every day at 9:00 run old\n",
      "x.sched": "every day at 8:00 run x\n",
    });
    await folder.run(["build"]);
    const { rmSync } = await import("node:fs");
    rmSync(join(folder.path, "old.sched"));
    rmSync(join(folder.path, "x.sched"));
    folder.write("x.sched.ts", `${folder.read("x.sched.ts")}// mine\n`);
    folder.write("foreign.sched.ts", "export {};\n");

    const checked = await folder.run(["build", "--check"]);
    expect(checked.code).toBe(1);
    expect(checked.out.match(/error\[[^\]]+\]/g)).toEqual(["error[build/no-source]", "error[build/no-source]"]);
    expect(folder.read("old.sched.ts")).toBeDefined();

    const built = await folder.run(["build"]);
    expect(built.code).toBe(1);
    expect(built.err).toContain("removed old.sched.ts\n");
    expect(built.out.match(/error\[[^\]]+\]: \S+/g)).toEqual(["error[build/no-source]: x.sched.ts"]);
    expect(folder.read("old.sched.ts")).toBeUndefined();
    expect(folder.read("x.sched.ts")).toContain("// mine");
    expect(folder.read("foreign.sched.ts")).toBe("export {};\n");
  });

  test("--check shows what a build would change, and changes nothing", async () => {
    const folder = folderOf({ "a.sched": good });
    const missing = await folder.run(["build", "--check"]);
    expect(missing.code).toBe(1);
    expect(missing.out).toContain("error[build/missing]");
    expect(folder.read("a.sched.ts")).toBeUndefined();

    await folder.run(["build"]);
    expect((await folder.run(["build", "--check"])).code).toBe(0);

    folder.write("a.sched", good.replace(":30", ":45"));
    const before = folder.read("a.sched.ts");
    const stale = await folder.run(["build", "--check"]);
    expect(stale.code).toBe(1);
    expect(stale.out).toContain("error[build/stale]");
    expect(stale.out).toMatch(/-\s+minutes: \[30\],\n.*\+\s+minutes: \[45\],/);
    expect(folder.read("a.sched.ts")).toBe(before);
    const json = JSON.parse((await folder.run(["build", "--check", "--format", "json"])).out);
    expect(json.diagnostics[0].fixes[0].edits.length).toBeGreaterThan(0);
  });

  test("the difference that --check shows is what a build writes", async () => {
    const folder = folderOf({ "a.sched": good });
    await folder.run(["build"]);
    const before = folder.read("a.sched.ts") ?? "";
    folder.write("a.sched", `${good}every day at 4:00 run second\n`);
    const { diagnostics } = JSON.parse((await folder.run(["build", "--check", "--format", "json"])).out);
    await folder.run(["build"]);
    let text = before;
    for (const { range, text: fresh } of diagnostics[0].fixes[0].edits.reverse()) {
      text = text.slice(0, range.start.offset) + fresh + text.slice(range.end.offset);
    }
    expect(text).toBe(folder.read("a.sched.ts"));
  });

  test("--out-dir keeps folders and finds the way back to tasks", async () => {
    const folder = folderOf({
      "src/jobs/a.sched": 'import { f } from "../tasks.ts"\nevery day at 9:00 run f\n',
      "src/tasks.ts": "export function f() {}\n",
    });
    await folder.run(["build", "--out-dir", "generated"]);
    const module = folder.read("generated/src/jobs/a.sched.ts") ?? "";
    expect(module).toContain('from "../../../src/tasks.ts"');
    expect(module).toMatch(/^\/\/ Made by schedc from \.\.\/\.\.\/\.\.\/src\/jobs\/a\.sched;/);
    expect((await folder.run(["build", "--out-dir", "generated", "--check"])).code).toBe(0);
    expect((await folder.run(["build", "--out-dir", "/elsewhere"])).code).toBe(2);
  });

  test("does not write through a symbolic link that leads out of the project", async () => {
    const outside = folderOf({});
    const folder = folderOf({ "jobs/a.sched": good });
    symlinkSync(outside.path, join(folder.path, "out"));
    const { code, out } = await folder.run(["build", "--out-dir", "out"]);
    expect(code).toBe(1);
    expect(out).toContain("error[build/outside]: out leads outside the project");
    expect(outside.read("jobs/a.sched.ts")).toBeUndefined();
  });

  test("neither builds nor rewrites a source that is a link out of the project", async () => {
    const outside = folderOf({ "a.sched": "every  day at 9:00 run f\n" });
    const folder = folderOf({ "b.sched": good });
    symlinkSync(join(outside.path, "a.sched"), join(folder.path, "a.sched"));
    const built = await folder.run(["build", "a.sched"]);
    expect(built.code).toBe(1);
    expect(built.out).toContain("error[build/outside]: a.sched leads outside the project");
    expect((await folder.run(["fmt", "a.sched"])).err).toMatch(
      /^schedc: \S+a\.sched leads outside \S+, through a symbolic link\n/,
    );
    expect(outside.read("a.sched")).toBe("every  day at 9:00 run f\n");
  });

  test("keeps a link inside the project, and its file's mode", async () => {
    const folder = folderOf({ "a.sched": good });
    mkdirSync(join(folder.path, "real"));
    symlinkSync(join(folder.path, "real"), join(folder.path, "out"));
    expect((await folder.run(["build", "--out-dir", "out"])).code).toBe(0);
    expect(lstatSync(join(folder.path, "out")).isSymbolicLink()).toBe(true);
    expect(folder.read("real/a.sched.ts")).toBeDefined();
  });

  test.each([
    [".prettierrc", '{ "singleQuote": true, "$schema": "https://example.org" }'],
    [".prettierrc", "singleQuote: true\n"],
    [".prettierrc.json", '{ "overrides": [{ "files": "*.ts", "options": { "tabWidth": 8 } }] }'],
    [".prettierrc.yaml", "useTabs: true\n"],
    ["prettier.config.mjs", "export default { semi: false };\n"],
    [".editorconfig", "root = true\n[*]\nindent_style = tab\n"],
    ["package.json", '{ "prettier": { "tabWidth": 3 } }'],
    ["package.json", '{ "name": "nothing-set" }'],
  ])("has the style that Prettier reads from %s: %s", async (file, text) => {
    const folder = folderOf({ "jobs/a.sched": good, [file]: text });
    const module = join(folder.path, "jobs/a.sched.ts");
    const wanted = await formatOptionsFor(module);
    expect(await createNodeHost(folder.path).formatOptions?.(module)).toEqual(wanted);
  });

  test("follows the user's own Prettier config", async () => {
    const folder = folderOf({ "a.sched": good, ".prettierrc.json": '{ "singleQuote": true, "semi": false }' });
    await folder.run(["build"]);
    expect(folder.read("a.sched.ts")).toContain("from 'schedc/runtime'\n");
    expect((await folder.run(["build", "--check"])).code).toBe(0);
    folder.write(".prettierrc.json", "{}");
    expect((await folder.run(["build", "--check"])).code).toBe(1);
  });

  test.each([
    ["cannot be read", "{ nonsense", /^schedc: could not read your Prettier config: /],
    [
      "names a plugin that is not there",
      '{ "plugins": ["prettier-plugin-gone"] }',
      /^schedc: could not lay out .*prettier-plugin-gone/,
    ],
  ])("could not run where that config %s", async (_, config, says) => {
    const folder = folderOf({ "a.sched": good, ".prettierrc.json": config });
    const { code, err } = await folder.run(["build"]);
    expect(code).toBe(2);
    expect(err).toMatch(says);
    expect(folder.read("a.sched.ts")).toBeUndefined();
  });

  test("has no place for the standard input", async () => {
    expect((await folderOf({}).run(["build", "-"], { input: good })).code).toBe(2);
  });
});

describe("schedc build over a module with older zone rules", () => {
  const source = "every day at 9:30 in America/Vancouver run report\nevery 10 minutes run ping\n";
  const older =
    "-8 1918 04-14T2-7 10-27T2-8 2007..2025 03-sun08T2-7 11-sun01T2-8 2026 03-08T2-7 11-01T2-8 2027.. 03-sun08T2-7 11-sun01T2-8";
  const folder = async () => {
    const made = folderOf({ "a.sched": source, ".prettierrc": '{ "singleQuote": true }' });
    await made.run(["build"]);
    const { withBanner } = await import("../../src/compiler/emit/banner.ts");
    const { contentHash } = await import("../../src/compiler/emit/content-hash.ts");
    const fresh = made.read("a.sched.ts") ?? "";
    const body = fresh
      .slice(fresh.indexOf("\n") + 1)
      .replace(/tzdb: '\w+'/, "tzdb: '2025b'")
      .replace(/('America\/Vancouver':\s*)'[^']*'/, `$1'${older}'`);
    expect(fresh).not.toContain(body);
    made.write("a.sched.ts", withBanner("a.sched", contentHash(body, "", {}), body));
    return { ...made, fresh };
  };
  const told =
    "warning[build/rules-changed]: the rules of its zones in a.sched.ts go from 2025b to 2026c, and fires move: `report` at 2026-11-01T16:30:00Z instead of 2026-11-01T17:30:00Z";

  test("warns of the fires that move, and renews it", async () => {
    const { run, read, fresh } = await folder();
    const ended = await run(["build"]);
    expect(ended.out).toContain(told);
    expect(ended).toMatchObject({ code: 0, err: expect.stringContaining("wrote a.sched.ts") });
    expect(read("a.sched.ts")).toBe(fresh);
    expect((await run(["build"])).out).toBe("");
  });

  test("says nothing where the config wants nothing said", async () => {
    const { run, write } = await folder();
    write("schedc.json", '{ "severities": { "build/rules-changed": "off" } }');
    expect(await run(["build"])).toMatchObject({ code: 0, out: "" });
  });

  test("says so under --check too", async () => {
    const { run } = await folder();
    const { code, out } = await run(["build", "--check"]);
    expect(code).toBe(1);
    expect(out).toContain("error[build/stale]");
    expect(out).toContain(told);
  });
});
