/** A scheduler that does something of everything, within ten minutes of its clock. */
import { createScheduler, type Scheduler } from "schedc/runtime";
import { createTestClock, type TestClock } from "schedc/testing";
import { every, HOUR, MINUTE, SECOND } from "../scheduler/kit/triggers.ts";

export interface World {
  readonly clock: TestClock;
  readonly scheduler: Scheduler;
}

/** From half past the minute on; `watch` is given the scheduler before it has any job. */
export function createWorld(watch: (scheduler: Scheduler) => void = () => {}): World {
  const clock = createTestClock("2024-01-01T00:00:30Z");
  const scheduler = createScheduler({ clock, logger: { error() {}, warn() {} } });
  watch(scheduler);
  const minutely = every(MINUTE, "2024-01-01T00:01:00Z");
  scheduler.schedule({ id: "quick", trigger: minutely, run: () => "done" });
  // Runs for a minute and a half: every second fire finds it at work.
  scheduler.schedule({ id: "long", trigger: minutely, run: ({ signal }) => clock.wait(90 * SECOND, signal) });
  scheduler.schedule({
    id: "shaky",
    trigger: every(HOUR, "2024-01-01T00:01:00Z"),
    policy: {
      retry: { times: 2, wait: 10 * SECOND, backoff: "fixed", jitter: false },
      deadline: 5 * SECOND,
    },
    run: ({ attempt }) => {
      if (attempt < 3) throw new TypeError(`attempt ${attempt}`);
    },
  });
  scheduler.schedule({
    id: "broken",
    trigger: every(HOUR, "2024-01-01T00:02:00Z"),
    run: () => Promise.reject(new RangeError("out of paper")),
  });
  // Its guard thinks for 80 seconds.
  scheduler.schedule({
    id: "held",
    trigger: every(HOUR, "2024-01-01T00:02:00Z"),
    when: () => clock.wait(80 * SECOND).then(() => true),
    run: () => {},
  });
  return { clock, scheduler };
}

/** Plays it up to the twentieth second of the tenth minute, asleep in the fifth and sixth. */
export async function play({ clock, scheduler }: World): Promise<void> {
  await scheduler.start();
  await clock.advanceTo("2024-01-01T00:04:30Z");
  clock.sleep(2 * MINUTE);
  await clock.advanceTo("2024-01-01T00:10:20Z");
}
