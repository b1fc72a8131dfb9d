/** Random triggers of every kind with a fire set, in zones and around instants where the clock does odd things. */
import fc from "fast-check";
import type { CalendarTrigger, Times, Trigger } from "../../../src/runtime/model/index.ts";
import { DAY, day } from "./basics.ts";
import { ruleNear } from "./days.ts";
import { pointNear, scopeNear } from "./scope.ts";
import { fineTimes, times } from "./times.ts";

const dst: fc.Arbitrary<CalendarTrigger["dst"]> = fc.record({
  gap: fc.constantFrom("after", "shift", "skip"),
  overlap: fc.constantFrom("first", "second", "both"),
});

function calendarNear(base: number, of: fc.Arbitrary<Times>): fc.Arbitrary<CalendarTrigger> {
  const parts = {
    scope: scopeNear(base),
    days: fc.array(ruleNear(base), { minLength: 1, maxLength: 2 }),
    times: of,
    dst,
  };
  return fc.record(parts).map(({ scope, ...rest }) => ({ kind: "calendar", ...scope, ...rest }));
}

function elapsedNear(base: number): fc.Arbitrary<Trigger> {
  const every = fc.constantFrom(1, 7, 25, 60, 420, 1440, 4321).map((minutes) => minutes * 60_000);
  return fc
    .record({
      scope: scopeNear(base),
      every,
      anchor: pointNear(base - 2),
      days: fc.array(ruleNear(base), { minLength: 1, maxLength: 2 }),
    })
    .map(({ scope, ...rest }) => ({ kind: "elapsed", ...scope, ...rest }));
}

function instantsNear(base: number): fc.Arbitrary<Trigger> {
  return fc
    .record({ scope: scopeNear(base), at: fc.array(pointNear(base), { maxLength: 6 }) })
    .map(({ scope, at }) => ({ kind: "instants", ...scope, at }));
}

/** A trigger and the span of seconds in which to list it; `grain` is the distance at which its times can lie. */
export interface Case {
  readonly trigger: Trigger;
  readonly from: number;
  readonly until: number;
  readonly grain: number;
}

export function spanned(base: number, days: number, grain: number): (trigger: Trigger) => Case {
  return (trigger) => ({ trigger, from: (base - 1) * DAY, until: (base - 1 + days) * DAY, grain });
}

/** Whole-minute triggers over five days. */
export const minuteCase: fc.Arbitrary<Case> = day.chain((base) => {
  const single = fc.oneof(
    { weight: 6, arbitrary: calendarNear(base, times) as fc.Arbitrary<Exclude<Trigger, { kind: "union" }>> },
    { weight: 1, arbitrary: elapsedNear(base) as fc.Arbitrary<Exclude<Trigger, { kind: "union" }>> },
    { weight: 1, arbitrary: instantsNear(base) as fc.Arbitrary<Exclude<Trigger, { kind: "union" }>> },
  );
  const union = fc.array(single, { minLength: 0, maxLength: 3 }).map((of): Trigger => ({ kind: "union", of }));
  return fc.oneof({ weight: 7, arbitrary: single }, { weight: 1, arbitrary: union }).map(spanned(base, 5, 60));
});

/** Triggers by the second over two days. */
export const secondCase: fc.Arbitrary<Case> = day.chain((base) =>
  calendarNear(base, fineTimes).map(spanned(base, 3, 1)),
);

/** Day rules over years, at one clock time. */
export const dayCase: fc.Arbitrary<Case> = day.chain((base) =>
  calendarNear(base, fc.constant({ at: ["12:00"] }))
    .map(({ kind, zone, days, times, dst }): Trigger => ({ kind, zone, days, times, dst }))
    .map(spanned(base, 800, 3600)),
);
