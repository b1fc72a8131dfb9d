/** A process that dies after any of its commits: the next one loses no fire and runs none twice without saying so. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { crashEverywhere } from "./kit/crash.ts";
import { smallWorlds } from "./kit/world.ts";

test("after each commit of random worlds", async () => {
  let crashes = 0;
  // No process is there again at once.
  const downtime = fc.constantFrom(50, 1_000, 20_000, 3_600_000);
  const property = fc.asyncProperty(smallWorlds, downtime, async (world, down) => {
    const played = await crashEverywhere(world, down);
    crashes += played.crashes;
    expect(played.faults).toEqual([]);
  });
  const numRuns = Number(process.env.RUNS ?? 60);
  await fc.assert(property, { numRuns, seed: Number(process.env.SEED ?? 20261124) });
  expect(crashes).toBeGreaterThan(5 * numRuns);
});
