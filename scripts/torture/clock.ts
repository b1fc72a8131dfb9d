/** Steps the wall clock of a busy service with libfaketime, the monotone one going on as it does. */
import { existsSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { LeftOut, Row } from "./report.ts";
import { createService } from "./service/service.ts";

export interface ClockOptions {
  readonly seed: number;
  /** How long each time lasts, in milliseconds. */
  readonly lasts: number;
}

const LIBRARIES = ["/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/lib/faketime"].flatMap((folder) => [
  `${folder}/faketime/libfaketimeMT.so.1`,
  `${folder}/libfaketimeMT.so.1`,
]);

const [SECOND, HOUR, DAY] = [1_000, 3_600_000, 86_400_000];
/** Each against the one before. */
const STEPS = [-SECOND, -HOUR, -DAY, SECOND, HOUR, DAY, 3 * SECOND];
/** A moment before: clocks go on and back in Berlin, and a year begins there and in UTC. */
const EVES = ["2027-03-28T00:59:59Z", "2027-10-31T00:59:59Z", "2027-12-31T22:59:59Z", "2027-12-31T23:59:59Z"];

export async function clockRun({ seed, lasts }: ClockOptions): Promise<Row | LeftOut> {
  const what = "wall clock stepped";
  const library = LIBRARIES.find((file) => existsSync(file));
  if (library === undefined) return { what, leftOut: "libfaketime is not here" };
  const file = join(mkdtempSync(join(tmpdir(), "schedc-clock-")), "offset");
  const service = await createService({
    seed,
    jobs: 12,
    clockWentBack: true,
    env: {
      LD_PRELOAD: library,
      FAKETIME_TIMESTAMP_FILE: file,
      FAKETIME_NO_CACHE: "1",
      DONT_FAKE_MONOTONIC: "1",
      FAKETIME_DONT_FAKE_MONOTONIC: "1",
    },
  });
  const silent: string[] = [];
  let offset = 0;
  const step = (to: number): void => {
    offset = to;
    writeFileSync(`${file}.new`, `${offset < 0 ? "-" : "+"}${Math.abs(offset) / 1_000}\n`);
    renameSync(`${file}.new`, file);
  };
  const live = async (name: string): Promise<void> => {
    await wait(lasts);
    const before = service.begun();
    await wait(lasts);
    if (service.begun() === before) silent.push(`nothing ran after ${name}`);
  };
  try {
    step(0);
    service.start();
    await service.holder();
    await live("the start");
    for (const by of STEPS) {
      step(offset + by);
      await live(`a step of ${by / SECOND} s`);
    }
    for (const eve of EVES) {
      step(Date.parse(eve) - Date.now());
      await live(`the step to ${eve}`);
    }
    const found = await service.finish();
    const faults = STEPS.length + EVES.length;
    return { what, faults, ...found, wrong: [...found.wrong, ...silent] };
  } finally {
    await service.remove();
    rmSync(dirname(file), { recursive: true, force: true });
  }
}
