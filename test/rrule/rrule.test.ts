/** Each sentence of the table fires exactly when rrule-temporal says that its rule does. */

import { RRuleTemporal } from "rrule-temporal";
import { check } from "schedc";
import { fires } from "schedc/runtime";
import { expect, test } from "vitest";
import { jobOf } from "../compiler/plan-of.ts";
import { rows, unsaid } from "./table.ts";

const zone = "America/New_York";
/** Enough to see weeks, months and leap years; a bounded rule is compared to its end. */
const compared = 60;

test.each(rows)("$rule: $says", async ({ start, rule, says }) => {
  const { trigger } = await jobOf(`${says} in ${zone} run f\n`);
  const dtstart = start.replaceAll(/[-:]/g, "");
  const oracle = new RRuleTemporal({ rruleString: `DTSTART;TZID=${zone}:${dtstart}\nRRULE:${rule}` });
  const wanted: string[] = [];
  oracle.all((date) => wanted.push(new Date(date.epochMilliseconds).toISOString()) < compared);
  const found = [...fires(trigger, { after: Date.UTC(1990, 0, 1), limit: compared })].map((at) =>
    new Date(at).toISOString(),
  );
  const bounded = /COUNT|UNTIL/.test(rule);
  expect(wanted.length).toBeGreaterThan(bounded ? 2 : 20);
  expect(found.slice(0, wanted.length)).toEqual(wanted);
  if (bounded) expect(found).toHaveLength(wanted.length);
});

test.each(unsaid)("$rule: $because", async ({ tried }) => {
  const { diagnostics } = await check({ files: { "test.sched": `${tried} run f\n` } });
  expect(diagnostics.some(({ severity }) => severity === "error")).toBe(true);
});

test("the table is not lost", () => {
  expect(rows.length).toBeGreaterThan(40);
});
