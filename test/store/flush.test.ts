/** A commit is on the disk when it is answered: counted by the system, for a setting read back proves nothing. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { freshFile } from "./kit/place.ts";

const COMMITS = 40;

test("every commit flushes the log, no less and no more than once", () => {
  if (spawnSync("strace", ["-V"]).status !== 0) {
    console.warn("left out, for strace is not here");
    return;
  }
  const flushes = (commits: number): number => {
    const file = freshFile();
    const trace = join(dirname(file), "trace");
    const script = fileURLToPath(new URL("./kit/committer.ts", import.meta.url));
    const child = [process.execPath, "--conditions=schedc-source", "--no-warnings", script, file, String(commits)];
    const { status, stderr } = spawnSync("strace", ["-e", "trace=fsync,fdatasync", "-o", trace, ...child]);
    expect(status, String(stderr)).toBe(0);
    return readFileSync(trace, "utf8").match(/^f(?:data)?sync\(/gm)?.length ?? 0;
  };
  expect(flushes(COMMITS) - flushes(0)).toBe(COMMITS);
});
