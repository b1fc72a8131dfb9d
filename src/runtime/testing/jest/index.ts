/**
 * Gives Jest's `expect` the matchers about fire times and the snapshots of fires: to be named in its
 * `setupFilesAfterEnv`, where `expect` is global.
 */
import type {} from "expect";
import { SchedcError } from "../../model/index.ts";
import { fireSerializer, type ScheduleMatchers, scheduleMatchers } from "../index.ts";

declare module "expect" {
  interface Matchers<R extends void | Promise<void>, T = unknown> extends ScheduleMatchers<R> {}
  interface AsymmetricMatchers extends ScheduleMatchers {}
}

declare global {
  /** Where the types of `@types/jest` are in use. */
  namespace jest {
    interface Matchers<R> extends ScheduleMatchers<R> {}
    interface Expect extends ScheduleMatchers {}
  }
}

interface GlobalExpect {
  extend(matchers: typeof scheduleMatchers): void;
  /** The bare `expect` package knows no snapshots. */
  addSnapshotSerializer?(serializer: typeof fireSerializer): void;
}

const { expect } = globalThis as { expect?: GlobalExpect };
if (expect === undefined) {
  throw new SchedcError(
    "There is no global expect to give the matchers to: name this module in setupFilesAfterEnv, or call " +
      "expect.extend(scheduleMatchers) with the expect that your tests import.",
    { code: "test/no-expect" },
  );
}
expect.extend(scheduleMatchers);
expect.addSnapshotSerializer?.(fireSerializer);
