import { describe, expect, test } from "vitest";
import { emitModule, importFindings } from "../../src/compiler/emit/index.ts";
import { createMemoryHost } from "../../src/compiler/memory-host.ts";
import { planOf } from "./plans.ts";

/** What a module in `src/jobs` imports for a path of its source. */
async function written(from: string, files: Readonly<Record<string, string>>, ending?: ".ts" | ".js"): Promise<string> {
  const { plan, side } = planOf("src/jobs/a.sched", [{ id: "a", task: "f" }], [{ from, names: ["f"] }]);
  const config = ending === undefined ? {} : { imports: { ending } };
  const host = createMemoryHost(files);
  const { sync: _, ...waiting } = host;
  const paths = [host, waiting].map(async (one) => {
    const code = await emitModule(plan, side, { host: one, config });
    return /import \{ f \} from "(.*)";/.exec(code)?.[1] ?? "";
  });
  const [path = "", again] = await Promise.all(paths);
  expect(again).toBe(path);
  return path;
}

const tsconfig = (options: object, more: object = {}): string => JSON.stringify({ compilerOptions: options, ...more });

describe("an import of a task ends", () => {
  test.each<[what: string, from: string, files: Record<string, string>, written: string]>([
    ["in .ts where no tsconfig is", "./f.ts", {}, "./f.ts"],
    ["in .ts where none is written and no file is there", "./f", {}, "./f.ts"],
    ["in .ts for a file that is there", "./f.js", { "src/jobs/f.ts": "" }, "./f.ts"],
    ["in .js where only that is there", "./f.js", { "src/jobs/f.js": "" }, "./f.js"],
    ["with the file of a folder", "../tasks", { "src/tasks/index.ts": "" }, "../tasks/index.ts"],
    ["with the file of a folder that only dots name", "..", { "src/index.ts": "", "src.ts": "" }, "../index.ts"],
    ["with that of its own folder, which nobody has written yet", "./", { "src/jobs.ts": "" }, "./index.ts"],
    ["in .mts", "./f", { "src/jobs/f.mts": "" }, "./f.mts"],
    ["in .js where the tsconfig allows nothing else", "./f.ts", { "tsconfig.json": "{}" }, "./f.js"],
    ["in .mjs then", "./f.mts", { "tsconfig.json": "{}" }, "./f.mjs"],
    [
      "in .ts where it allows that",
      "./f.ts",
      { "tsconfig.json": tsconfig({ allowImportingTsExtensions: true }) },
      "./f.ts",
    ],
    [
      "in .ts where it rewrites",
      "./f.ts",
      { "tsconfig.json": tsconfig({ rewriteRelativeImportExtensions: true }) },
      "./f.ts",
    ],
    [
      "by the nearest tsconfig",
      "./f.ts",
      { "tsconfig.json": tsconfig({ allowImportingTsExtensions: true }), "src/tsconfig.json": "{}" },
      "./f.js",
    ],
    [
      "by what a tsconfig with comments extends",
      "./f.ts",
      {
        "tsconfig.json": '{ // comment\n "extends": ["./base", "@tsconfig/strict"], }',
        "base.json": tsconfig({ allowImportingTsExtensions: true }),
      },
      "./f.ts",
    ],
    [
      "by a package that it extends",
      "./f.ts",
      {
        "src/tsconfig.json": '{ "extends": "@tsconfig/node-ts" }',
        "node_modules/@tsconfig/node-ts/tsconfig.json": tsconfig({ rewriteRelativeImportExtensions: true }),
      },
      "./f.ts",
    ],
    [
      "by itself rather than by what it extends",
      "./f.ts",
      {
        "tsconfig.json": tsconfig({ allowImportingTsExtensions: false }, { extends: "./base.json" }),
        "base.json": "{}",
      },
      "./f.js",
    ],
    [
      "by what a package of configs exports",
      "./f.ts",
      {
        "tsconfig.json": '{ "extends": ["@org/configs/strict", "named"] }',
        "node_modules/@org/configs/package.json": '{ "exports": { "./strict": "./src/strict.json" } }',
        "node_modules/@org/configs/src/strict.json": tsconfig({ allowImportingTsExtensions: true }),
        "node_modules/named/package.json": '{ "tsconfig": "base.json" }',
        "node_modules/named/base.json": tsconfig({ strict: true }),
      },
      "./f.ts",
    ],
    [
      "by the one of several projects that it belongs to",
      "./f.ts",
      {
        "tsconfig.json": '{ "files": [], "references": [{ "path": "./tools" }, { "path": "./tsconfig.app.json" }] }',
        "tools/tsconfig.json": "{}",
        "tsconfig.app.json": tsconfig({ allowImportingTsExtensions: true }, { include: ["src"] }),
      },
      "./f.ts",
    ],
    ["as it is for a package", "pkg/f.js", { "tsconfig.json": "{}" }, "pkg/f.js"],
  ])("%s", async (_, from, files, wanted) => {
    expect(await written(from, files)).toBe(wanted);
  });

  test("by the config before all else", async () => {
    expect(await written("./f.ts", {}, ".js")).toBe("./f.js");
    expect(await written("./f", { "tsconfig.json": "{}" }, ".ts")).toBe("./f.ts");
  });
});

describe("where imports may lead", () => {
  const findings = async (from: string, folders?: string[], files: Record<string, string> = {}): Promise<string[]> => {
    const { side } = planOf("src/a.sched", [], [{ from, names: ["f"] }]);
    const config = folders === undefined ? {} : { imports: { folders } };
    const found = await importFindings(side, { host: createMemoryHost(files, "/app"), root: "/app", config });
    return found.map(({ code }) => code);
  };

  test.each([
    ["./tasks.ts", []],
    ["../tasks.ts", []],
    ["../../tasks.ts", ["import/outside"]],
    ["../../app-two/tasks.ts", ["import/outside"]],
    ["../../app/tasks.ts", []],
    ["/etc/passwd", ["import/absolute"]],
    ["C:\\tasks.ts", ["import/absolute"]],
    ["\\\\host\\share", ["import/absolute"]],
    ["https://example.org/a.ts", ["import/url"]],
    ["file:///etc/passwd", ["import/url"]],
    ["data:text/javascript,1", ["import/url"]],
    ["node:fs", ["import/built-in"]],
    ["fs/promises", ["import/built-in"]],
    ["child_process", ["import/built-in"]],
    ["fsevents", []],
    ["@scope/package/deep.js", []],
    ["#internal/tasks", []],
    ["@scope/#tasks", ["import/not-a-path"]],
    ["#/tasks", []],
    ["@/tasks", []],
    ["~/tasks", []],
    ["~tasks/deep", []],
    ["$lib/tasks", []],
    ["@/../tasks", ["import/not-a-path"]],
    ["~/../tasks", ["import/not-a-path"]],
    ["~/", ["import/not-a-path"]],
    ["package/../../x", ["import/not-a-path"]],
    ["./a?raw", ["import/not-a-path"]],
    ["./%2e%2e/%2e%2e/x.ts", ["import/not-a-path"]],
    ["", ["import/not-a-path"]],
  ])("%s", async (from, wanted) => {
    expect(await findings(from)).toEqual(wanted);
  });

  test("is what the config says", async () => {
    expect(await findings("./tasks.ts", ["src/tasks"])).toEqual(["import/outside"]);
    expect(await findings("./tasks/a.ts", ["src/tasks"])).toEqual([]);
    expect(await findings("../../shared/a.ts", ["src", "../shared"])).toEqual([]);
  });

  test("counts a symbolic link by where it leads", async () => {
    const { side } = planOf("a.sched", [], [{ from: "./link.ts", names: ["f"] }]);
    const host = createMemoryHost({ "link.ts": "" }, "/app");
    const linked = { ...host, realPath: async (path: string) => (path === "/app/link.ts" ? "/etc/evil.ts" : path) };
    expect(await importFindings(side, { host: linked, root: "/app" })).toMatchObject([{ code: "import/outside" }]);
    expect(await importFindings(side, { host, root: "/app" })).toEqual([]);
  });
});
