/** Random life spans, windows and exceptions. */
import fc from "fast-check";
import type { Exceptions, Point, Scope, Window } from "../../../src/runtime/model/index.ts";
import { DAY, dateOf, isoOf, minute, range, ZONES } from "./basics.ts";
import { ruleNear } from "./days.ts";

export function pointNear(base: number): fc.Arbitrary<Point> {
  const local = fc
    .tuple(fc.integer({ min: -4, max: 6 }), minute)
    .map(([days, at]) => isoOf((base + days) * DAY + at * 60));
  return fc.oneof(
    { weight: 3, arbitrary: local },
    { weight: 1, arbitrary: local.map((at) => `${at}Z`) },
    {
      weight: 1,
      arbitrary: fc.record({ at: local, plus: fc.integer({ min: -300, max: 300 }).map((minutes) => minutes * 60_000) }),
    },
  );
}

const window: fc.Arbitrary<Window> = fc.record(
  { ranges: fc.array(range, { minLength: 1, maxLength: 2 }), zone: fc.constantFrom(...ZONES) },
  { requiredKeys: ["ranges"] },
);

function exceptNear(base: number): fc.Arbitrary<Exceptions> {
  const date = fc.integer({ min: -4, max: 8 }).map((days) => base + days);
  return fc.record(
    {
      days: fc.array(
        ruleNear(base).filter((rule) => Object.keys(rule).length > 0),
        { minLength: 1, maxLength: 1 },
      ),
      dates: fc.array(
        fc
          .tuple(date, fc.integer({ min: 0, max: 2 }))
          .map(([first, length]): readonly [string, string] => [dateOf(first), dateOf(first + length)]),
        { minLength: 1, maxLength: 2 },
      ),
      yearly: fc.array(
        fc.tuple(date, fc.integer({ min: 0, max: 3 })).map(([first, length]) => {
          const [, month, of] = dateOf(first).split("-").map(Number) as [number, number, number];
          const [, toMonth, to] = dateOf(first + length)
            .split("-")
            .map(Number) as [number, number, number];
          return [month, of, toMonth, to] as const;
        }),
        { minLength: 1, maxLength: 1 },
      ),
      windows: fc.array(window, { minLength: 1, maxLength: 2 }),
      spans: fc.array(fc.tuple(pointNear(base), pointNear(base)), { minLength: 1, maxLength: 2 }),
    },
    { requiredKeys: [] },
  );
}

export function scopeNear(base: number): fc.Arbitrary<Scope> {
  const seldom = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(one, { nil: undefined, freq: 1 });
  const endOfDate = fc.integer({ min: 0, max: 3 }).map((days) => `${dateOf(base + days)}T23:59:59`);
  return fc
    .record({
      zone: fc.constantFrom(...ZONES),
      from: seldom(pointNear(base - 3)),
      until: seldom(fc.oneof(pointNear(base + 3), endOfDate)),
      during: seldom(fc.array(window, { minLength: 1, maxLength: 2 })),
      except: seldom(exceptNear(base)),
      plain: fc.integer({ min: 0, max: 2 }),
    })
    .map(({ zone, from, until, during, except, plain }) => ({
      zone,
      ...(from && plain !== 0 ? { from } : {}),
      ...(until && plain !== 0 ? { until } : {}),
      ...(during && plain === 1 ? { during } : {}),
      ...(except && plain !== 0 ? { except } : {}),
    }));
}
