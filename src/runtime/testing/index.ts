/** For tests of schedules: a clock to move by hand, and whole schedules played on it. */
export { createTestClock, type Instant, type TestClock, type TestClockOptions } from "./clock.ts";
