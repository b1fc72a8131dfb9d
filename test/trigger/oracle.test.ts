/** The engine against the brute-force oracle on random triggers. `SEED=n` reruns a run; `CASES=n` makes it longer. */
import fc from "fast-check";
import { describe, it } from "vitest";
import { dayCase, minuteCase, secondCase } from "./generators/cases.ts";
import { workdayCase, workdayWindowCase } from "./generators/workdays.ts";
import { expectOneSet } from "./properties.ts";

const seed = Number(process.env.SEED ?? 20_260_308);
/** How many times as many cases as a usual run. */
const factor = Number(process.env.CASES ?? 1);

const timeout = 60_000 * factor;

describe(`random triggers (SEED=${seed})`, () => {
  it.each([
    ["by the minute", minuteCase, 300],
    ["by the second", secondCase, 20],
    ["on their days", dayCase, 20],
    ["in windows that open on workdays", workdayWindowCase, 20],
    ["on the workdays of their calendars", workdayCase, 15],
  ])(
    "agree with the oracle %s",
    (name, cases, runs) => {
      let fires = 0;
      const holds = fc.property(cases, (one) => {
        fires += expectOneSet(one);
      });
      fc.assert(holds, { seed, numRuns: runs * factor });
      console.log(`${name}: ${runs * factor} triggers, ${fires} fires as the oracle lists them`);
    },
    timeout,
  );
});
