/** Every fire has exactly one fate, whatever is asked of the scheduler, whatever clocks and stores do. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { audit } from "./kit/audit.ts";
import { worlds } from "./kit/world.ts";

test("in hundreds of random worlds", async () => {
  const property = fc.asyncProperty(worlds, async (world) => {
    expect(await audit(world)).toEqual([]);
  });
  await fc.assert(property, { numRuns: Number(process.env.RUNS ?? 500), seed: Number(process.env.SEED ?? 20260211) });
});
