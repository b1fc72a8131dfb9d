import { createScheduler } from "schedc/runtime";
import { createTestClock } from "schedc/testing";
import { beforeEach, expect, test } from "vitest";
import { outbox } from "./mail.ts";
import { register } from "./reminders.sched.ts";

beforeEach(() => void outbox.splice(0));

test("reminds three days before, at the same time of the day, also over a change of the clock", async () => {
  const clock = createTestClock("2026-03-20T00:00:00Z");
  const scheduler = createScheduler({ clock });
  const { reminder } = register(scheduler);
  await scheduler.start();
  reminder.schedule({ userId: "ann", due: "2026-03-30T09:00" });
  reminder.schedule({ userId: "bob", due: new Date("2026-03-30T07:00:00Z"), channel: "sms" });
  reminder.schedule({ userId: "bob", due: new Date("2026-03-31T07:00:00Z"), channel: "sms" });
  reminder.schedule({ userId: "cid", due: "2026-03-30T09:00" });
  expect(reminder.list().map(({ id, next }) => [id, new Date(next ?? 0).toISOString()])).toEqual([
    ["reminder:ann", "2026-03-27T08:00:00.000Z"],
    ["reminder:bob", "2026-03-28T08:00:00.000Z"],
    ["reminder:cid", "2026-03-27T08:00:00.000Z"],
  ]);
  reminder.cancel({ userId: "cid" });
  await clock.advance(10 * 86_400_000);
  await scheduler.stop();
  expect(outbox).toEqual([
    "mail to ann: due at 2026-03-30T07:00:00.000Z",
    "sms to bob: due at 2026-03-31T07:00:00.000Z",
  ]);
  expect(reminder.list()).toEqual([]);
});

test("teaches on weekdays, on the clock of the student, until the course is over", async () => {
  const clock = createTestClock("2026-03-05T00:00:00Z");
  const scheduler = createScheduler({ clock });
  const { course } = register(scheduler);
  await scheduler.start();
  course.schedule({ student: "dee", start: "2026-03-06", end: "2026-03-09", clock: "7:30", place: "America/New_York" });
  await clock.advance(7 * 86_400_000);
  await scheduler.stop();
  expect(outbox).toEqual(["lesson for dee at 2026-03-06T12:30:00.000Z", "lesson for dee at 2026-03-09T11:30:00.000Z"]);
  expect(course.list()).toEqual([]);
});
