/**
 * Gives Vitest's `expect` the matchers about fire times and the snapshots of fires: to be named in its `setupFiles`,
 * or imported by a test. This door alone loads Vitest.
 */
import { expect } from "vitest";
import { fireSerializer, type ScheduleMatchers, scheduleMatchers } from "../index.ts";

declare module "vitest" {
  interface Matchers<R extends void | Promise<void> = void | Promise<void>, T = unknown> extends ScheduleMatchers<R> {}
}

expect.extend(scheduleMatchers);
expect.addSnapshotSerializer(fireSerializer);
