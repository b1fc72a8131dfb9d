/** The wall clock steps under a scheduler on a file, which is restarted in between: every fire keeps its one fate. */
import { expect, test } from "vitest";
import type { CalendarTrigger } from "../../src/runtime/model/index.ts";
import { createScheduler, type FireRecord } from "../../src/runtime/scheduler/index.ts";
import { createSqliteStore } from "../../src/runtime/store/index.ts";
import { createTestClock } from "../../src/runtime/testing/index.ts";
import { prepare } from "../../src/runtime/trigger/index.ts";
import { freshFile } from "./kit/place.ts";

const [SECOND, HOUR, DAY] = [1_000, 3_600_000, 86_400_000];
const silent = { error() {}, warn() {}, info() {}, debug() {} };
const upTo = (count: number) => Array.from({ length: count }, (_, n) => n);

/** Every ten seconds by the clocks of Berlin, both times in the hour that comes twice. */
const trigger: CalendarTrigger = {
  kind: "calendar",
  zone: "Europe/Berlin",
  days: [{}],
  times: { hours: upTo(24), minutes: upTo(60), seconds: [0, 10, 20, 30, 40, 50] },
  dst: { gap: "after", overlap: "both" },
};

test.each([
  ["an ordinary day", "2026-06-10T12:00:05Z"],
  ["clocks going forward", "2027-03-28T00:59:35Z"],
  ["clocks going back", "2027-10-31T00:59:35Z"],
  ["the new year", "2027-12-31T22:59:35Z"],
])("steps of a second, an hour and a day, there and back, around %s", async (_, start) => {
  const file = freshFile();
  // All that is told is kept, to be counted.
  const history = { perJob: 1e9, total: 1e9, age: 1e12 };
  const clock = createTestClock(start, { patience: 0 });
  const ran: string[] = [];
  const life = async (act: () => Promise<void> | void): Promise<void> => {
    const scheduler = createScheduler({ store: createSqliteStore({ file, history }), clock, logger: silent });
    scheduler.schedule({ id: "job", trigger, policy: { grace: 15 * SECOND }, run: ({ key }) => void ran.push(key) });
    await scheduler.start();
    await act();
    await scheduler.stop();
  };
  for (const by of [SECOND, HOUR, DAY]) {
    for (const step of [by, -by, -by, by]) {
      await life(async () => {
        await clock.advance(25 * SECOND);
        await clock.set(clock.now() + step);
        await clock.advance(25 * SECOND);
      });
    }
  }
  expect(new Set(ran).size).toBe(ran.length);

  const store = createSqliteStore({ file, history });
  const { schedules } = await store.open();
  const records = (await store.fires("job")) as readonly FireRecord[];
  await store.close();
  const [row] = schedules;
  const { next } = prepare(trigger);
  const lives = [...(row?.lived ?? []), [row?.since ?? 0, row?.watermark ?? 0] as const];
  const untold: string[] = [];
  for (const [since, watermark] of lives) {
    for (let time = next(since - 1); time !== undefined && time <= watermark; time = next(time)) {
      const fireAt: number = time;
      const told = records.filter((one) => one.fireAt <= fireAt && fireAt <= (one.through ?? one.fireAt));
      if (told.length !== 1) untold.push(`${new Date(fireAt).toISOString()} has ${told.length} fates`);
    }
  }
  expect(untold.slice(0, 5)).toEqual([]);
  expect(ran.length).toBeGreaterThan(10);
});
