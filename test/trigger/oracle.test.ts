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
  it(
    "agree with the oracle by the minute",
    () => {
      fc.assert(fc.property(minuteCase, expectOneSet), { seed, numRuns: 300 * factor });
    },
    timeout,
  );

  it(
    "agree with the oracle by the second",
    () => {
      fc.assert(fc.property(secondCase, expectOneSet), { seed, numRuns: 20 * factor });
    },
    timeout,
  );

  it(
    "agree with the oracle on their days",
    () => {
      fc.assert(fc.property(dayCase, expectOneSet), { seed, numRuns: 20 * factor });
    },
    timeout,
  );

  it(
    "agree with the oracle in windows that open on workdays",
    () => {
      fc.assert(fc.property(workdayWindowCase, expectOneSet), { seed, numRuns: 20 * factor });
    },
    timeout,
  );

  it(
    "agree with the oracle on the workdays of their calendars",
    () => {
      fc.assert(fc.property(workdayCase, expectOneSet), { seed, numRuns: 15 * factor });
    },
    timeout,
  );
});
