/** For tests of schedules: a clock to move by hand, and whole schedules played on it. */
export { createTestClock, type TestClock, type TestClockOptions } from "./clock.ts";
export type { Instant } from "./instant.ts";
export { type SimulatedFire, type Simulation, simulate } from "./simulate.ts";
