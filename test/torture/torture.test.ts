/** The tortures in short; `npm run torture` runs them at length and prints the table. */
import { expect, test } from "vitest";
import { killRun } from "../../scripts/torture/kill.ts";
import { powerRun } from "../../scripts/torture/power/run.ts";
import { type LeftOut, type Row, tableOf } from "../../scripts/torture/report.ts";

const SEED = 20_261_124;

function expectFine(row: Row | LeftOut): void {
  if ("leftOut" in row) console.warn(`${row.what}: left out, for ${row.leftOut}`);
  else
    expect({ lost: row.lost, doubled: row.doubled, wrong: row.wrong }, tableOf([row])).toEqual({
      lost: [],
      doubled: [],
      wrong: [],
    });
}

test("a service that is killed five times loses no fire and runs none twice unsaid", async () => {
  expectFine(await killRun({ seed: SEED, kills: 5 }));
});

test("a power cut at any system call of the first commits loses nothing that was taken", async () => {
  expectFine(await powerRun({ seed: SEED, images: 300 }));
});
