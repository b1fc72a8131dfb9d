/** Random clock times, by the minute and by the second. */
import fc from "fast-check";
import type { ClockRange, Times } from "../../../src/runtime/model/index.ts";
import { clockOf, late, listOf, minute, numbers, range } from "./basics.ts";

export const times: fc.Arbitrary<Times> = fc.oneof(
  fc.record({ at: listOf(late.map(clockOf), 1, 6).map((list) => list.sort()) }),
  fc.record({
    hours: fc.oneof(numbers(0, 4, 4), numbers(0, 23, 12), numbers(0, 47, 6)),
    minutes: numbers(0, 59, 4),
    seconds: fc.constant([0]),
  }),
  fc.record({
    every: fc.constantFrom(5, 15, 20, 30, 45, 50, 90, 120, 240).map((minutes) => minutes * 60_000),
    ranges: fc.array(range, { minLength: 1, maxLength: 3 }),
  }),
);

/** A short stretch by the second, and one drawn second a day. */
export const fineTimes: fc.Arbitrary<Times> = fc.oneof(
  fc.record({ hours: numbers(0, 3, 3), minutes: numbers(0, 59, 2), seconds: numbers(0, 59, 3) }),
  fc.record({
    every: fc.constantFrom(7, 13, 45, 90).map((seconds) => seconds * 1000),
    ranges: fc.array(
      minute.map((at): ClockRange => [clockOf(at), `${clockOf(at + 20)}:17`]),
      { minLength: 1, maxLength: 2 },
    ),
  }),
  fc.record({
    random: fc.string({ maxLength: 12 }),
    ranges: fc.array(
      fc
        .tuple(minute, fc.integer({ min: 0, max: 90 }))
        .map(([at, length]): ClockRange => [clockOf(at), clockOf(at + length)]),
      { minLength: 1, maxLength: 2 },
    ),
  }),
);
