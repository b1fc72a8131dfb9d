/**
 * Harms a service in every way that a machine can, and counts what was lost and what ran twice:
 * `npm run torture -- [--seed N] [--kills N] [--images N] [--only kill,…]`. Ends with 1 where anything was.
 */
import { parseArgs } from "node:util";
import { killRun } from "./kill/run.ts";
import { powerRun } from "./power/run.ts";
import { isFine, type LeftOut, type Row, tableOf } from "./report.ts";

const { values } = parseArgs({
  options: {
    seed: { type: "string", default: "1" },
    kills: { type: "string", default: "1000" },
    images: { type: "string", default: "5000" },
    only: { type: "string" },
  },
});
const seed = Number(values.seed);

const parts: Readonly<Record<string, () => Promise<Row | LeftOut>>> = {
  kill: () => killRun({ seed, kills: Number(values.kills), jobs: 40 }),
  power: () => powerRun({ seed, images: Number(values.images) }),
};

const chosen = values.only?.split(",") ?? Object.keys(parts);
console.log(`seed ${seed}`);
const rows: (Row | LeftOut)[] = [];
for (const name of chosen) {
  const part = parts[name];
  if (part === undefined) throw new Error(`there is no ${name}; there are ${Object.keys(parts).join(", ")}`);
  rows.push(await part());
}
console.log(tableOf(rows));
if (!rows.every(isFine)) process.exitCode = 1;
