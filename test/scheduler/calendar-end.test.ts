/** A job that outlives its calendar is told of once, thirty days before the last day that is known. */
import { expect, test } from "vitest";
import type { Calendar, CalendarTrigger, Trigger } from "../../src/runtime/model/index.ts";
import { createRig } from "./kit/rig.ts";

const calendar: Calendar = { weekend: [6, 7], covers: "2024-03-31" };

const workdays: CalendarTrigger = {
  kind: "calendar",
  zone: "UTC",
  calendar,
  days: [{ open: true }],
  times: { at: ["09:00"] },
  dst: { gap: "after", overlap: "first" },
};

const told = ["2024-03-01T23:59:59.000Z job until 2024-03-31"];

const table: readonly (readonly [what: string, start: string, trigger: Trigger, told: readonly string[]])[] = [
  ["goes on", "2024-02-25T00:00:00Z", workdays, told],
  ["ends with it", "2024-02-25T00:00:00Z", { ...workdays, until: "2024-03-31T23:59:59" }, []],
  [
    "starts within the thirty days",
    "2024-03-20T00:00:00Z",
    workdays,
    ["2024-03-20T00:00:00.000Z job until 2024-03-31"],
  ],
  ["starts after them", "2024-05-01T00:00:00Z", workdays, ["2024-05-01T00:00:00.000Z job until 2024-03-31"]],
  [
    "takes its holidays out alone",
    "2024-02-25T00:00:00Z",
    { ...workdays, calendar: { weekend: [7] }, except: { holidays: [{ covers: "2024-03-31" }] } },
    told,
  ],
  ["has a calendar without an end", "2024-02-25T00:00:00Z", { ...workdays, calendar: { weekend: [7] } }, []],
];

test.each(table)("%s", async (_, start, trigger, expected) => {
  const rig = createRig(start);
  rig.job({ trigger });
  await rig.scheduler.start();
  await rig.clock.advance(10 * 86_400_000);
  const events = rig.told.filter(({ name }) => name === "calendar.ending");
  expect(events.map(({ at, event }) => `${new Date(at).toISOString()} ${event.job} until ${event.until}`)).toEqual(
    expected,
  );
});

test("a job that is gone, and one of another trigger, is not told of", async () => {
  const rig = createRig("2024-02-25T00:00:00Z");
  rig.job({ trigger: workdays });
  const other = rig.job({ id: "other", trigger: workdays });
  await rig.scheduler.start();
  rig.job({ trigger: { ...workdays, calendar: { weekend: [6, 7] } }, onDuplicate: "replace" });
  other.remove();
  await rig.clock.advance(10 * 86_400_000);
  expect(rig.events("calendar.ending")).toEqual([]);
});
