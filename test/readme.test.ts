/** What the project's own pages show: every sentence compiles or is refused as they say, every path exists. */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { check } from "schedc";
import { afterAll, describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
const pages = [
  "README.md",
  "CONTRIBUTING.md",
  "docs/guarantees.md",
  "docs/observability.md",
  "docs/testing.md",
  "docs/types.md",
  "examples/typed/README.md",
  "docs/adr/README.md",
  "examples/apscheduler/README.md",
];
const read = (path: string): string => readFileSync(join(root, path), "utf8");

/** The fenced blocks of one language. */
function blocks(page: string, language: string): string[] {
  return [...read(page).matchAll(/^```(\w[^\n]*)\n(.*?)^```$/gms)].flatMap(([, name, text]) =>
    name === language && text !== undefined ? text : [],
  );
}

async function codes(text: string): Promise<string[]> {
  const { diagnostics } = await check({ files: { "page.sched": text } });
  return diagnostics.filter(({ severity }) => severity === "error").map(({ code }) => code);
}

const sched = blocks("README.md", "sched");
const sentences = read("README.md")
  .split("\n")
  .flatMap((line) => /^\| `([^`]* run f)` \|/.exec(line)?.[1] ?? []);

/** A folder with every file that the README names: the blocks that begin with a comment of its name. */
function folderOfTheReadme(): string {
  const folder = mkdtempSync(join(tmpdir(), "schedc-readme-"));
  for (const text of [...sched, ...blocks("README.md", "sched refused")]) {
    const name = /^\/\/ (\w+\.sched)\n/.exec(text)?.[1];
    if (name) writeFileSync(join(folder, name), text);
  }
  return folder;
}

/** What stands in the README below a command, and what the command says. */
const commands = blocks("README.md", "console").flatMap((block) => {
  const [, args, shown] = /^\$ npx schedc (.*)\n([^$]*)$/.exec(block) ?? [];
  return args === undefined ? [] : [{ args, shown }];
});

describe("the commands in the README", () => {
  const folder = folderOfTheReadme();
  afterAll(() => rmSync(folder, { recursive: true }));

  test("are there", () => {
    expect(commands.length).toBeGreaterThan(2);
  });

  test.each(commands)("schedc $args", ({ args, shown }) => {
    const cli = ["--conditions=schedc-source", join(root, "src/cli/main.ts"), ...args.split(" ")];
    const { stdout, stderr } = spawnSync(process.execPath, cli, {
      cwd: folder,
      encoding: "utf8",
      env: { ...process.env, NO_COLOR: "1" },
    });
    expect((stdout + stderr).trim()).toBe(shown?.trim());
  });
});

test("the test in the README passes, on the module that its commands build", () => {
  const folder = folderOfTheReadme();
  const text = blocks("README.md", "ts").find((block) => block.includes("schedc/testing")) ?? expect.fail();
  writeFileSync(join(folder, "jobs.test.ts"), text);
  mkdirSync(join(folder, "node_modules"));
  symlinkSync(root, join(folder, "node_modules/schedc"), "junction");
  const run = (...args: string[]): { status: number | null; stdout: string; stderr: string } =>
    spawnSync(process.execPath, ["--conditions=schedc-source", ...args], { cwd: folder, encoding: "utf8" });
  expect(run(join(root, "src/cli/main.ts"), "build", "jobs.sched")).toMatchObject({ status: 0 });
  const { status, stdout } = run("--test", "jobs.test.ts");
  rmSync(folder, { recursive: true });
  expect(stdout).toMatch(/pass 1\b/);
  expect(status).toBe(0);
});

describe("the README", () => {
  test("shows the flagship first", () => {
    expect(sched[0]).toBe("every weekday 9-17 at :30 run businessTask\n");
  });

  test.each(sched)("%s compiles", async (text) => {
    expect(await codes(text)).toEqual([]);
  });

  test.each(sentences)("%s compiles", async (sentence) => {
    const others = "every hour run extract\nevery hour run load\n";
    expect(await codes(`${others}${sentence}\n`)).toEqual([]);
  });

  test("shows of the demo what the demo prints", () => {
    const printed = read("examples/apscheduler/test/demo.expected.txt").split("\n");
    const shown = blocks("README.md", "text").flatMap((text) => text.trimEnd().split("\n"));
    expect(shown.length).toBeGreaterThan(5);
    expect(shown.filter((line) => !printed.includes(line))).toEqual([]);
  });

  test("has its table of sentences", () => {
    expect(sentences.length).toBeGreaterThan(10);
  });
});

test.each(pages)("%s links to what exists", (page) => {
  const links = [...read(page).matchAll(/\]\(([^)#:]+)\)/g)].map(([, path = ""]) => join(root, dirname(page), path));
  expect(links.filter((path) => !statSync(path, { throwIfNoEntry: false }))).toEqual([]);
});
