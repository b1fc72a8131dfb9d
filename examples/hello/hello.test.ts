import { createScheduler } from "schedc/runtime";
import { createTestClock } from "schedc/testing";
import { afterEach, expect, test, vi } from "vitest";
import { register } from "./hello.sched.ts";

afterEach(() => void vi.restoreAllMocks());

test("says hello every ten seconds, and works on the half hour", async () => {
  const said = vi.spyOn(console, "log").mockImplementation(() => {});
  const worked: string[] = [];
  const clock = createTestClock("2024-01-01T09:29:35Z");
  const scheduler = createScheduler({ clock });
  register(scheduler, { businessTask: ({ key }) => worked.push(key) });
  await scheduler.start();
  await clock.advance(30_000);
  await scheduler.stop();
  expect(said.mock.calls).toEqual([
    ["Hello, world! It is 2024-01-01T09:29:40.000Z."],
    ["Hello, world! It is 2024-01-01T09:29:50.000Z."],
    ["Hello, world! It is 2024-01-01T09:30:00.000Z."],
  ]);
  expect(worked).toEqual(["businessTask@2024-01-01T09:30:00Z"]);
});
