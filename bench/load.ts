/**
 * `npm run bench:load`: jobs held and fired, beside those who do the same, each contender in a process of its own, one after
 * another; writes its section of `docs/performance.md`. Names of contenders limit it to these, and then it only prints.
 */
import { execFile } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { Measured } from "./load-child.ts";
import { contenders } from "./load-contenders.ts";
import { loadSection } from "./load-report.ts";
import { playYear } from "./load-year.ts";
import { withSection } from "./section.ts";

const child = fileURLToPath(new URL("load-child.ts", import.meta.url));
const page = fileURLToPath(new URL("../docs/performance.md", import.meta.url));
const options = ["--conditions=schedc-source", "--expose-gc", "--max-old-space-size=4096"];

/** Undefined where it did not come through: out of memory, or still arming after two minutes. */
async function measure(name: string, jobs: number, seconds: number, period: number): Promise<Measured | undefined> {
  try {
    const args = [...options, child, name, String(jobs), String(seconds), String(period)];
    // Some contenders write warnings without end: the figures are the last line.
    const { stdout } = await promisify(execFile)(process.execPath, args, { timeout: 120_000, maxBuffer: 2 ** 30 });
    const line = stdout.trim().split("\n").at(-1) ?? "";
    const measured = JSON.parse(line) as Measured;
    console.log(line);
    return measured;
  } catch {
    console.log(`${name}, ${jobs} jobs: did not come through`);
    return undefined;
  }
}

async function measureAll(names: readonly string[], jobs: number, seconds: number, period = 1): Promise<Measured[]> {
  const all: Measured[] = [];
  for (const name of names) {
    const measured = await measure(name, jobs, seconds, period);
    if (measured !== undefined) all.push(measured);
  }
  return all;
}

const asked = process.argv.slice(2);
const names = Object.keys(contenders).filter((name) => asked.length === 0 || asked.includes(name));
const thousands = await measureAll(names, 10_000, 10);
if (asked.length === 0) {
  const many = await measureAll(["schedc", "bare setTimeout", "cron-schedule", "effect"], 100_000, 5);
  const million = await measureAll(["schedc", "bare setTimeout"], 1_000_000, 10, 60);
  const section = loadSection({ names, thousands, many, million, year: await playYear() });
  writeFileSync(page, withSection(readFileSync(page, "utf8"), "Jobs held and fired", section));
}
