/**
 * Harms a service in every way that a machine can, and counts what was lost and what ran twice:
 * `npm run torture -- [--seed N] [--kills N] [--images N] [--tenth] [--only kill,…]`. Ends with 1 where anything was.
 */
import { parseArgs } from "node:util";
import { blockRun } from "./block.ts";
import { clockRun } from "./clock.ts";
import { faultyRun, fullRun } from "./disk.ts";
import { killRun } from "./kill.ts";
import { powerRun } from "./power/run.ts";
import { isFine, type LeftOut, type Row, tableOf } from "./report.ts";
import { stopRun } from "./stop.ts";

const { values } = parseArgs({
  options: {
    seed: { type: "string", default: "1" },
    kills: { type: "string" },
    images: { type: "string" },
    tenth: { type: "boolean", default: false },
    only: { type: "string" },
  },
});
const seed = Number(values.seed);
const { tenth } = values;
const kills = Number(values.kills ?? (tenth ? 100 : 1_000));
const images = Number(values.images ?? (tenth ? 500 : 5_000));

const parts: Readonly<Record<string, () => Promise<Row | LeftOut>>> = {
  kill: () => killRun({ seed, kills }),
  power: () => powerRun({ seed, images }),
  full: () => fullRun({ seed, times: tenth ? 2 : 20 }),
  faulty: () => faultyRun({ seed, times: tenth ? 1 : 10 }),
  stop: () => stopRun({ seed, stops: tenth ? 2 : 20 }),
  clock: () => clockRun({ seed, lasts: tenth ? 700 : 3_000 }),
  block: () => blockRun({ seed, lasts: tenth ? 2_000 : 20_000 }),
};

const chosen = values.only?.split(",") ?? Object.keys(parts);
console.log(`seed ${seed}`);
const rows: (Row | LeftOut)[] = [];
for (const name of chosen) {
  const part = parts[name];
  if (part === undefined) throw new Error(`there is no ${name}; there are ${Object.keys(parts).join(", ")}`);
  const row = await part();
  rows.push(row);
  console.log(`${name}: ${"leftOut" in row ? "left out" : isFine(row) ? "nothing lost, nothing doubled" : "FAULTS"}`);
}
console.log(tableOf(rows));
if (!rows.every(isFine)) process.exitCode = 1;
