/** The matchers in Jest's own `expect`: as it is extended by hand, and by the door that its setup names. */
import { expect as jest } from "expect";
import { scheduleMatchers } from "schedc/testing";
import { afterEach, expect, test } from "vitest";
import type {} from "../../src/runtime/testing/jest/index.ts";
import { failureOf } from "./kit/failure.ts";
import { business, schedule } from "./kit/schedule.ts";

const { businessTask } = schedule.jobs;
const scope = globalThis as { expect?: unknown };
afterEach(() => {
  delete scope.expect;
});

test("by hand: they hold, fail with their words, and turn round", () => {
  jest.extend(scheduleMatchers);
  jest(businessTask).toFireAt("2026-11-23T09:30");
  jest(businessTask).not.toFireAt("2026-11-23T09:31");
  jest(businessTask).toFireTimes(9, { from: "2026-11-23", until: "2026-11-24" });
  jest({ schedule, id: "businessTask" }).toHaveNextFires(["2026-11-23T09:30"], { after: "2026-11-22" });
  jest(businessTask).toNeverFireOn("sunday");
  expect(failureOf(() => jest(businessTask).toNeverFireOn("monday"))).toContain("should never fire on monday");
  expect(failureOf(() => jest(businessTask).not.toFireAt("2026-11-23T09:30"))).toContain(
    "  ✗ Mon 2026-11-23T09:30:00+01:00\n    Mon 2026-11-23T10:30:00+01:00",
  );
});

test("inside of other matchers", () => {
  jest.extend(scheduleMatchers);
  jest({ a: business, b: 1 }).toEqual({ a: jest.toFireAt("2026-11-23T09:30"), b: 1 });
  jest([business]).toEqual([jest.not.toFireAt("2026-11-23T09:31")]);
  expect(failureOf(() => jest([business]).toEqual([jest.toFireAt("2026-11-23T09:31")]))).toContain("toFireAt");
  expect(failureOf(() => jest([5]).toEqual([jest.not.toFireAt(0)]))).toContain("toFireAt");
  expect(failureOf(() => jest(5).not.toFireAt(0))).toContain("5 is no trigger");
});

test("the door gives them to the global expect, and says so where there is none", async () => {
  const door = "../../src/runtime/testing/jest/index.ts";
  await expect(import(`${door}?none`)).rejects.toThrow("setupFilesAfterEnv");
  const given: Record<string, unknown>[] = [];
  const serializers: unknown[] = [];
  scope.expect = {
    extend: (matchers: Record<string, unknown>) => given.push(matchers),
    addSnapshotSerializer: (serializer: unknown) => serializers.push(serializer),
  };
  await import(`${door}?global`);
  expect(given.flatMap((matchers) => Object.keys(matchers))).toEqual(Object.keys(scheduleMatchers));
  expect(serializers).toHaveLength(1);
});
