/** What has the name of a source and is none: a reader must neither wait for it nor read it for ever. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
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
