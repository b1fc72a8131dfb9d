/** Fills the disk of a busy service, makes it read-only and lets its flushes fail, and gives it back each time. */
import { spawnSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { createChance } from "./chance.ts";
import type { Child } from "./child.ts";
import type { LeftOut, Row } from "./report.ts";
import { createService } from "./service/service.ts";

export interface DiskOptions {
  readonly seed: number;
  readonly times: number;
}

const SIZE = 24;

/** A small disk in memory, filled until nothing more goes onto it. */
export async function fullRun({ seed, times }: DiskOptions): Promise<Row | LeftOut> {
  const what = "disk full";
  const service = await createService({ seed, jobs: 12 });
  const chance = createChance(seed);
  const wrong: string[] = [];
  const mounted = spawnSync("mount", ["-t", "tmpfs", "-o", `size=${SIZE}m,mode=0700`, "schedc-torture", service.place]);
  try {
    if (mounted.status !== 0) return { what, leftOut: "a small tmpfs cannot be mounted; it takes root" };
    service.start();
    const child = await service.holder();
    let felt = 0;
    for (let n = 1; n <= times; n++) {
      await wait(chance.whole(200, 900));
      const [failed, recovered] = [child.often("failed"), child.often("recovered")];
      fill(join(service.place, "ballast"));
      // Room that the log has already is used up first.
      const isFelt = await within(child, "failed", failed + 1);
      if (isFelt) felt++;
      await wait(chance.whole(200, 1_500));
      rmSync(join(service.place, "ballast"));
      if (isFelt && !(await within(child, "recovered", recovered + 1))) {
        wrong.push(`time ${n}: it did not go on when there was room`);
      }
    }
    if (felt === 0) wrong.push("the full disk was never told of");
    return withMore({ what, faults: felt, ...(await service.finish()) }, wrong);
  } finally {
    await service.remove(() => {
      if (mounted.status === 0) spawnSync("umount", [service.place]);
    });
  }
}

/** Calls in a row that fail; each is a commit, and the next is tried a second later. */
const FAILING = 3;

/** Calls on files that fail for a while as strace makes them, and then do not. */
export async function faultyRun({ seed, times }: DiskOptions): Promise<Row | LeftOut> {
  const what = "disk read-only, flushes failing";
  if (spawnSync("strace", ["-V"]).status !== 0) return { what, leftOut: "strace is not here" };
  let faults = 0;
  let sum: Row | undefined;
  for (let n = 0; n < times; n++) {
    for (const [call, error] of [
      ["pwrite64", "EROFS"],
      ["pwrite64", "EIO"],
      ["fsync,fdatasync", "EIO"],
      ["ftruncate", "EIO"],
    ] as const) {
      // Beyond what a start does, which fails in words where its disk does.
      const from = 200 + 17 * n;
      const service = await createService({
        seed: seed + n,
        jobs: 12,
        under: [
          "strace",
          "-qq",
          "-e",
          `trace=${call}`,
          "-e",
          `inject=${call}:error=${error}:when=${from}..${from + FAILING - 1}`,
          "-o",
          "/dev/null",
        ],
      });
      try {
        service.start();
        const child = await service.holder();
        const wrong: string[] = [];
        // A log is cut back only when it has grown.
        if (call !== "ftruncate" && !(await within(child, "recovered", 1)))
          wrong.push(`${error} of ${call}: it did not go on`);
        await wait(500);
        sum = added(sum, withMore({ what, faults: FAILING, ...(await service.finish()) }, wrong));
        faults += FAILING;
      } finally {
        await service.remove();
      }
    }
  }
  return sum === undefined ? { what, leftOut: "it was not asked for" } : { ...sum, faults };
}

function fill(file: string): void {
  let size = SIZE * 1024 * 1024;
  // What does not go in whole goes in halves, down to the last page.
  for (let part = 0; size >= 512; ) {
    try {
      writeFileSync(file, Buffer.alloc(size), { flag: part++ === 0 ? "w" : "a" });
    } catch {
      size = Math.floor(size / 2);
    }
  }
}

/** Whether it has said this so often, or does in the next seconds. */
async function within(child: Child, line: string, times: number): Promise<boolean> {
  for (let n = 0; n < 100 && child.often(line) < times; n++) await wait(100);
  return child.often(line) >= times;
}

function withMore(row: Row, wrong: readonly string[]): Row {
  return { ...row, wrong: [...row.wrong, ...wrong] };
}

function added(sum: Row | undefined, row: Row): Row {
  if (sum === undefined) return row;
  return {
    what: row.what,
    runs: sum.runs + row.runs,
    faults: sum.faults + row.faults,
    lost: [...sum.lost, ...row.lost],
    doubled: [...sum.doubled, ...row.doubled],
    wrong: [...sum.wrong, ...row.wrong],
  };
}
