/** What a start costs: triggers of a generated module made ready, and the first fire of a cold process. */
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { Cron } from "croner";
import { build } from "esbuild";
import { carriedZones } from "../src/compiler/zones/index.ts";
import { type CalendarTrigger, prepare } from "../src/runtime/index.ts";
import { median } from "./contest.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const ROUNDS = 11;
/** Rounds before those that count, so that all are measured as the engine's last version of their code. */
const WARM = 30;

export interface Building {
  /** Microseconds a trigger, made ready alone and with its first fire. */
  readonly ours: readonly [number, number];
  readonly croner: readonly [number, number];
}

/** 1,000 distinct schedules, made anew in every round by both in turn. */
export function building(): Building {
  const distinct = Array.from({ length: 1000 }, (_, at) => ({ minute: at % 60, hour: Math.floor(at / 60) }));
  const triggers = distinct.map(
    ({ minute, hour }): CalendarTrigger => ({
      kind: "calendar",
      zone: "UTC",
      days: [{ weekdays: [1, 2, 3, 4, 5] }],
      times: { hours: [hour, 20, 22], minutes: [minute], seconds: [0] },
      dst: { gap: "skip", overlap: "both" },
    }),
  );
  const texts = distinct.map(({ minute, hour }) => `0 ${minute} ${hour},20,22 * * 1-5`);
  const start = Date.UTC(2026, 10, 24);
  const date = new Date(start);
  const contenders = [
    () => triggers.map((trigger) => prepare(trigger)),
    () => triggers.map((trigger) => prepare(trigger).next(start)),
    () => texts.map((text) => new Cron(text, { timezone: "UTC", paused: true })),
    () => texts.map((text) => new Cron(text, { timezone: "UTC", paused: true }).nextRun(date)),
  ];
  const times = contenders.map((): number[] => []);
  for (let round = 0; round < ROUNDS + WARM; round++) {
    for (const [at, make] of contenders.entries()) {
      const began = performance.now();
      make();
      if (round >= WARM) times[at]?.push(performance.now() - began);
    }
  }
  const [ours = 0, oursNext = 0, croner = 0, cronerNext = 0] = times.map(median);
  return { ours: [ours, oursNext], croner: [croner, cronerNext] };
}

export interface ColdStart {
  readonly name: string;
  /** Milliseconds from the first line of the program to its first fire, its bundle loaded meanwhile. */
  readonly ms: number;
}

const trigger = `{ kind: "calendar", zone: "America/New_York", days: [{ weekdays: [1, 2, 3, 4, 5] }],
  times: { hours: [9, 10, 11], minutes: [30], seconds: [0] }, dst: { gap: "skip", overlap: "both" } }`;

/** Each a program of its own, run in turn with the others, each time in a new process. */
export async function coldStarts(): Promise<readonly ColdStart[]> {
  const carried = carriedZones([{ kind: "instants", zone: "America/New_York", at: [] }]);
  const programs: readonly (readonly [name: string, source: string])[] = [
    [
      "schedc, the zone carried",
      `import { carryZones, nextFire } from "./src/runtime/trigger/index.ts";
carryZones(${JSON.stringify(carried)}); nextFire(${trigger}, Date.now());`,
    ],
    [
      "schedc, the zone from Intl",
      `import { nextFire } from "./src/runtime/trigger/index.ts"; nextFire(${trigger}, Date.now());`,
    ],
    [
      "croner",
      `import { Cron } from "croner"; new Cron("0 30 9-11 * * 1-5", { timezone: "America/New_York", paused: true }).nextRun();`,
    ],
    ["an empty module", "export {};"],
    ["Intl alone, woken", `new Intl.DateTimeFormat("en-US", { timeZone: "America/New_York" }).format(Date.now());`],
  ];
  const folder = await mkdtemp(join(tmpdir(), "schedc-bench-"));
  try {
    const entries = await Promise.all(
      programs.map(async ([, source], at) => {
        const bundle = await build({
          stdin: { contents: source, resolveDir: root, loader: "ts" },
          bundle: true,
          minify: true,
          write: false,
          format: "esm",
          platform: "node",
        });
        await writeFile(join(folder, `program${at}.mjs`), bundle.outputFiles[0]?.contents ?? "");
        const entry = join(folder, `entry${at}.mjs`);
        const timed = `const began = performance.now(); await import("./program${at}.mjs"); console.log(performance.now() - began);`;
        await writeFile(entry, timed);
        return entry;
      }),
    );
    const times = entries.map((): number[] => []);
    for (let round = 0; round < ROUNDS; round++) {
      for (const [at, entry] of entries.entries()) {
        const { stdout } = await promisify(execFile)(process.execPath, [entry]);
        times[at]?.push(Number(stdout));
      }
    }
    return programs.map(([name], at) => ({ name, ms: median(times[at] ?? []) }));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
