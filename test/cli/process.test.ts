/** The command as a process: what only shows there. */
import { spawn, spawnSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { bad, folderOf, good } from "./run-cli.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const node = join(root, "node_modules/.bin/node");
const main = join(root, "src/cli/main.ts");

/** Writes the packages that were loaded to the standard error. */
const watch = `data:text/javascript,${encodeURIComponent(`
import { registerHooks } from "node:module";
const seen = new Set();
registerHooks({
  load(url, context, next) {
    const name = /node_modules\\/((?:@[^/]+\\/)?[^/]+)/.exec(url)?.[1];
    if (name) seen.add(name);
    return next(url, context);
  },
});
process.on("exit", () => console.error("LOADED " + [...seen].sort().join(" ")));
`)}`;

function schedc(
  cwd: string,
  line: readonly string[],
  flags: readonly string[] = [],
): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(node, ["--conditions=schedc-source", ...flags, main, ...line], { cwd, encoding: "utf8" });
}

function loadedBy(cwd: string, ...line: string[]): string[] {
  const { stderr } = schedc(cwd, line, ["--import", watch]);
  return /^LOADED (.*)$/m.exec(stderr)?.[1]?.split(" ").filter(Boolean) ?? [];
}

describe("a command loads what it needs and no more", () => {
  const files = {
    "a.sched": `import { f } from "./tasks.ts"\n${good}every day at 9:00 run f\n`,
    "tasks.ts": "export function f() {}\n",
  };

  test("check loads ts-morph where a file imports tasks, and never Prettier", () => {
    const { path } = folderOf(files);
    expect(loadedBy(path, "check").filter((name) => /^(?:ts-morph|prettier)$/.test(name))).toEqual(["ts-morph"]);
    const plain = loadedBy(folderOf({ "a.sched": good }).path, "check");
    expect(plain.filter((name) => /morph|prettier|typescript/.test(name))).toEqual([]);
  });

  test.each([
    ["fmt", "--check"],
    ["next"],
    ["explain"],
    ["explain", "every day at 9:00"],
    ["run", "a.sched", "--simulate", "1d"],
    ["rules"],
  ])("%s %s: neither ts-morph nor Prettier", (...line) => {
    const loaded = loadedBy(folderOf(files).path, ...line);
    expect(loaded).toContain("commander");
    expect(loaded.filter((name) => /morph|prettier|typescript/.test(name))).toEqual([]);
  });

  test.each([
    ["without a style", {}],
    ["with a style", { ".prettierrc": '{ "$schema": "https://example.org", "singleQuote": true }' }],
    ["with a style in package.json", { "package.json": '{ "type": "module", "prettier": { "semi": false } }' }],
  ])("build %s loads both, and Prettier not again while nothing changes", (_, style: Record<string, string>) => {
    const folder = folderOf({ ...files, ...style });
    expect(loadedBy(folder.path, "build")).toEqual(expect.arrayContaining(["ts-morph", "prettier"]));
    expect(loadedBy(folder.path, "build")).not.toContain("prettier");
    expect(loadedBy(folder.path, "build", "--check")).not.toContain("prettier");
    folder.write("a.sched", `${files["a.sched"]}every day at 10:00 run g\n`);
    expect(loadedBy(folder.path, "build")).toContain("prettier");
  });

  test("help loads commander alone", () => {
    expect(loadedBy(root, "--help")).toEqual(["commander"]);
    expect(loadedBy(root, "check", "--help")).toEqual(["commander"]);
  });
});

describe("the process", () => {
  test("ends with the exit code, results and the rest on their own streams", () => {
    const clean = schedc(folderOf({ "a.sched": good }).path, ["check"]);
    expect(clean).toMatchObject({ status: 0, stdout: "", stderr: "nothing to complain about in 1 file\n" });
    const wrong = schedc(folderOf({ "a.sched": bad }).path, ["check"]);
    expect(wrong.status).toBe(1);
    expect(wrong.stdout).toContain("error[time/missing]");
    expect(schedc(root, ["nope"]).status).toBe(2);
  });

  test("is content when its reader has seen enough", async () => {
    const many = Array.from({ length: 2000 }, (_, i) => `every day at 9:00 run t${i}\n`).join("");
    const { path } = folderOf({ "a.sched": many });
    const child = spawn(node, ["--conditions=schedc-source", main, "next"], { cwd: path });
    child.stdout.once("data", () => child.stdout.destroy());
    let stderr = "";
    child.stderr.on("data", (text) => {
      stderr += text;
    });
    const status = await new Promise((resolve) => child.on("close", resolve));
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  });

  test("prints all of a long result into a pipe", () => {
    const many = Array.from({ length: 500 }, (_, i) => `every day at 9:00 run t${i}\n`).join("");
    const { stdout } = schedc(folderOf({ "a.sched": many }).path, ["next", "--format", "json"]);
    expect(JSON.parse(stdout).jobs).toHaveLength(500);
  });

  test("reads its standard input", () => {
    const { status, stdout } = spawnSync(node, ["--conditions=schedc-source", main, "fmt", "-"], {
      input: "every  day at 9:00 run f",
      encoding: "utf8",
    });
    expect({ status, stdout }).toEqual({ status: 0, stdout: "every day at 9:00 run f\n" });
  });
});
