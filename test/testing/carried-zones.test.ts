/** A module's own rules of time zones hold in tests too: here of a zone that no machine knows. */
import "schedc/testing/vitest";
import type { Schedule } from "schedc/runtime";
import { fireTimes, simulate } from "schedc/testing";
import { expect, test } from "vitest";

const module = (zone: string): Schedule<"noon", undefined> => ({
  version: 1,
  source: "base.sched",
  zones: { tzdb: "2026a", rules: { [zone]: "+1:30" } },
  jobs: {
    noon: {
      trigger: {
        kind: "calendar",
        zone,
        days: [{}],
        times: { at: ["12:00"] },
        dst: { gap: "after", overlap: "first" },
      },
      run: () => {},
    },
  },
});

test("in a simulation", async () => {
  const fires = await simulate(module("Mars/First"), { from: "2026-01-01T00:00:00Z", until: "2026-01-02T00:00:00Z" });
  expect(fires.map(({ key, zone }) => [key, zone])).toEqual([["noon@2026-01-01T10:30:00Z", "Mars/First"]]);
});

test("in matchers and texts, where they are given the schedule", () => {
  const schedule = module("Mars/Second");
  expect({ schedule, id: "noon" }).toFireAt("2026-01-01T12:00");
  expect({ schedule, id: "noon" }).toFireAt("2026-01-01T10:30:00Z");
  expect(fireTimes({ schedule, id: "noon" }, { from: "2026-01-01", until: "2026-01-02" })).toEqual([
    "Thu 2026-01-01T12:00:00+01:30 Mars/Second",
  ]);
});
