/** For tests of schedules: a clock to move by hand, whole schedules played on it, and matchers about fire times. */
export { createTestClock, type TestClock, type TestClockOptions } from "./clock.ts";
export type { Instant } from "./instant.ts";
export type { Day, Days, DayWord } from "./matchers/days.ts";
export { type ScheduleMatchers, scheduleMatchers } from "./matchers/schedule-matchers.ts";
export type { MomentSpan } from "./matchers/to-fire-times.ts";
export type { NextFiresOptions } from "./matchers/to-have-next-fires.ts";
export type { Moment } from "./moment.ts";
export type { SimulatedFire } from "./outcomes.ts";
export { type RunNextOptions, runNext } from "./run-next.ts";
export { type FireTimesOptions, fireSerializer, fireTimes } from "./serializer.ts";
export { type Simulation, simulate } from "./simulate.ts";
export type { FireSource } from "./subject.ts";
