/** Random day rules: cycles, weekdays, months, parity and picks of every form. */
import fc from "fast-check";
import type { Cycle, DayChoice, DayRule, Pick, Weekday } from "../../../src/runtime/model/index.ts";
import { dateOf, numbers, weekdays } from "./basics.ts";

const choice: fc.Arbitrary<DayChoice> = fc.oneof(
  fc.record({ nth: fc.constantFrom(1, 2, 3, 5, 15, 29, 30, 31, -1, -2, -31), day: fc.constant("day" as const) }),
  fc.record({
    nth: fc.constantFrom(1, 2, 4, 5, -1, -3),
    day: fc.constantFrom<"weekday" | Weekday>("weekday", 1, 3, 5, 6, 7),
  }),
  fc.record({
    nth: fc.constantFrom(1, 2, 3),
    day: fc.constantFrom<"day" | "weekday" | Weekday>("day", "weekday", 1, 7),
    after: fc.constantFrom(1, 7, 15, 28, 31),
  }),
  fc.record({
    nth: fc.constantFrom(-1, -2),
    day: fc.constantFrom<"day" | "weekday" | Weekday>("day", "weekday", 2, 6),
    before: fc.constantFrom(1, 2, 15, 30),
  }),
  fc.record({ first: fc.constantFrom(1, 10, 25, 29), last: fc.constantFrom(3, 20, 31) }),
  fc.record({ month: fc.constantFrom(1, 2, 3, 11, 12), date: fc.constantFrom(1, 8, 25, 28, 29) }),
  fc.record({ weekdays }),
);

const pick: fc.Arbitrary<Pick> = fc
  .record(
    {
      in: fc.constantFrom<Pick["in"]>("month", "month", "week", "quarter", "year"),
      of: fc.array(choice, { minLength: 1, maxLength: 3 }),
      offset: fc.record({
        by: fc.integer({ min: -12, max: 12 }),
        unit: fc.constantFrom<"day" | "week" | "weekday">("day", "day", "weekday", "week"),
      }),
      move: fc.constantFrom<NonNullable<Pick["move"]>>("next", "previous", "nearest"),
      clamp: fc.constant<true>(true),
    },
    { requiredKeys: ["in", "of"] },
  )
  // Weeks of an offset stay few, so that the oracle need not look far.
  .map((made) =>
    made.offset?.unit === "week" ? { ...made, offset: { ...made.offset, by: made.offset.by % 3 } } : made,
  );

function cycleNear(base: number): fc.Arbitrary<Cycle> {
  return fc
    .record({
      every: fc.integer({ min: 1, max: 5 }),
      unit: fc.constantFrom<Cycle["unit"]>("day", "week", "month", "quarter", "year"),
      back: fc.integer({ min: -20, max: 400 }),
    })
    .map(({ every, unit, back }) => ({ every, unit, anchor: dateOf(base - back) }));
}

export function ruleNear(base: number): fc.Arbitrary<DayRule> {
  return fc.oneof(
    { weight: 3, arbitrary: fc.constant({}) },
    { weight: 2, arbitrary: fc.record({ weekdays }) },
    {
      weight: 4,
      arbitrary: fc.record(
        {
          cycle: cycleNear(base),
          weekdays,
          months: numbers(1, 12, 9),
          weeks: fc.constantFrom<"even" | "odd">("even", "odd"),
          picks: fc.array(pick, { minLength: 1, maxLength: 2 }),
        },
        { requiredKeys: [] },
      ),
    },
    { weight: 2, arbitrary: fc.record({ picks: fc.array(pick, { minLength: 1, maxLength: 1 }) }) },
  );
}
