/** What has the name of a source and is none: a reader must neither wait for it nor read it for ever. */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { check } from "schedc";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createNodeHost } from "../../src/cli/node-host.ts";

const posix = process.platform !== "win32";
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "schedc-special-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

test.runIf(posix)("a pipe that nobody writes to", async () => {
  expect(spawnSync("mkfifo", [join(folder, "pipe.sched")]).status).toBe(0);
  await expect(createNodeHost(folder).readFile("pipe.sched")).rejects.toThrow("no plain file");
});

test.runIf(posix)("a link to a device that never ends", async () => {
  symlinkSync("/dev/zero", join(folder, "zero.sched"));
  await expect(createNodeHost(folder).readFile("zero.sched")).rejects.toThrow("no plain file");
});

test("a file beyond any source", async () => {
  writeFileSync(join(folder, "big.sched"), "");
  truncateSync(join(folder, "big.sched"), 3 * 1024 ** 3);
  await expect(createNodeHost(folder).readFile("big.sched")).rejects.toThrow("more than 134217728");
});

test.runIf(posix)("links in a circle, and names too long for any file, are not there for TypeScript", async () => {
  symlinkSync("tsconfig.json", join(folder, "tsconfig.json"));
  const long = "a".repeat(5000);
  const host = createNodeHost(folder);
  for (const path of ["tsconfig.json", long, `node_modules/${long}/package.json`]) {
    expect(host.sync?.isFile(path)).toBe(false);
    expect(host.sync?.isFolder(path)).toBe(false);
    expect(host.sync?.list(path)).toEqual({ files: [], folders: [] });
  }
  expect(host.sync?.readFile(long)).toBe(undefined);
  expect(await host.readFile(`./${long}.ts`)).toBe(undefined);
});

test.runIf(posix)("a link counts as what it leads to where a folder is listed", () => {
  mkdirSync(join(folder, "listed/real"), { recursive: true });
  writeFileSync(join(folder, "listed/real/a.d.ts"), "");
  symlinkSync("real/a.d.ts", join(folder, "listed/b.d.ts"));
  symlinkSync("real", join(folder, "listed/linked"));
  symlinkSync("nowhere", join(folder, "listed/broken"));
  const { files, folders } = createNodeHost(folder).sync?.list("listed") ?? { files: [], folders: [] };
  expect([...files].sort()).toEqual(["b.d.ts"]);
  expect([...folders].sort()).toEqual(["linked", "real"]);
});

test.runIf(posix)("declarations behind links count, each folder once", async () => {
  const root = join(folder, "declared");
  mkdirSync(join(root, "types"), { recursive: true });
  mkdirSync(join(root, ".hidden"));
  symlinkSync("..", join(root, "types/up"));
  symlinkSync(".", join(root, "self"));
  writeFileSync(join(root, "tsconfig.json"), '{ "include": ["*.ts", ".hidden/*.d.ts"] }');
  writeFileSync(join(root, ".hidden/kind.d.ts"), 'declare type Kind = "daily";\n');
  writeFileSync(join(root, "tasks.ts"), "export function send(kind: Kind): void {}\n");
  const codes = async (): Promise<readonly string[]> => {
    const files = { "a.sched": 'import { send } from "./tasks.ts"\nevery day at 9:00 run send("dayly")\n' };
    return (await check({ files, root, host: createNodeHost(root) })).diagnostics.map(({ code }) => code);
  };
  expect(await codes()).toEqual(["task/wrong-argument"]);
  writeFileSync(join(root, "tsconfig.json"), '{ "include": ["*.ts", "types/**/*.d.ts"] }');
  symlinkSync("../.hidden/kind.d.ts", join(root, "types/kind.d.ts"));
  expect(await codes()).toEqual(["task/wrong-argument"]);
});
