/** The schedules as they run, and what the compiler refuses before anything does. */
import { createScheduler } from "schedc/runtime";
import { createTestClock } from "schedc/testing";
import { beforeEach, expect, test } from "vitest";
import { type JobId, register, schedule } from "./shop.sched.ts";
import { reminders } from "./tasks/orders.ts";
import { outbox } from "./tasks/reports.ts";
import { prices, setOpen } from "./tasks/shop.ts";

beforeEach(() => {
  outbox.length = 0;
  reminders.length = 0;
  prices.refreshed = 0;
  setOpen("counter", true);
});

/** A Monday from six to six past seven and a half, on the shop's clock. */
async function playMonday(minutes: number): Promise<readonly string[]> {
  const clock = createTestClock("2026-11-23T04:59:00Z");
  const scheduler = createScheduler({ clock });
  const closed: number[] = [];
  register(scheduler, { closeDay: (at) => closed.push(at), pageOwner: () => {} });
  await scheduler.start();
  await clock.advance(minutes * 60_000);
  await scheduler.stop();
  return outbox.map(({ report, to }) => `${report}: ${to.length}`);
}

test("sends the reports of a Monday", async () => {
  expect(await playMonday(95)).toEqual(["weekly: 2", "daily: 1"]);
});

test("looks at prices while someone can buy, and the guard agrees", async () => {
  await playMonday(4 * 60);
  expect(prices.refreshed).toBe(4);
  setOpen("counter", false);
  prices.refreshed = 0;
  await playMonday(4 * 60);
  expect(prices.refreshed).toBe(0);
});

test("reminds of an order two days before it is due, by the clock of the shop", async () => {
  const clock = createTestClock("2026-03-20T12:00:00Z");
  const scheduler = createScheduler({ clock });
  const { pickUp } = register(scheduler, { closeDay: () => {}, pageOwner: () => {} });
  await scheduler.start();
  // Two days before, Berlin has not set its clocks yet: the wall time stays.
  pickUp.schedule({ order: "A-17", due: "2026-03-30T10:00:00+02:00" });
  pickUp.schedule({ order: "B-4", due: new Date("2026-03-24T09:00:00Z"), channel: "phone" });
  expect(pickUp.list().map(({ id }) => id)).toEqual(["pickup:A-17", "pickup:B-4"]);
  pickUp.cancel({ order: "B-4" });
  await clock.advance(9 * 86_400_000);
  await scheduler.stop();
  expect(reminders).toEqual([{ order: "A-17", channel: "mail", due: "2026-03-30T08:00:00.000Z" }]);
  // @ts-expect-error: no such channel
  expect(() => pickUp.schedule({ order: "C", due: "2026-04-01T10:00:00Z", channel: "fax" })).toThrow("channel");
  expect(() => pickUp.schedule({ order: "C", due: "tomorrow" })).toThrow("due");
});

test("is typed to the last job id", () => {
  const clock = createTestClock("2026-11-23T00:00:00Z");
  const jobs = register(createScheduler({ clock }), { closeDay: () => {}, pageOwner: () => {} });
  const ids: readonly JobId[] = ["reports.daily", "reports.weekly", "refresh", "closeDay"];
  expect(Object.keys(jobs).sort()).toEqual([...ids, "pickUp"].sort());
  // @ts-expect-error: there is no such job
  expect(jobs["reports.dayly"]).toBeUndefined();
  // @ts-expect-error: nor in the schedule
  expect(schedule.jobs.reports).toBeUndefined();
});

test("an app that gives too little does not compile", () => {
  const scheduler = createScheduler({ clock: createTestClock("2026-11-23T00:00:00Z") });
  // @ts-expect-error: shop.sched names pageOwner and does not import it
  expect(() => register(scheduler, { closeDay: () => {} })).toThrow("pageOwner");
});
