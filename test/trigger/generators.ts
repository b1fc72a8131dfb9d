/** Random triggers of every kind with a fire set, in zones and around instants where the clock does odd things. */
import fc from "fast-check";
import type {
  CalendarTrigger,
  ClockRange,
  Cycle,
  DayChoice,
  DayRule,
  Exceptions,
  Pick,
  Point,
  Scope,
  Times,
  Trigger,
  Weekday,
  Window,
} from "../../src/runtime/model/index.ts";

export const ZONES = [
  "UTC",
  "America/New_York",
  "Europe/Berlin",
  "Europe/Dublin",
  "Europe/Amsterdam",
  "Europe/Lisbon",
  "Australia/Lord_Howe",
  "Antarctica/Troll",
  "Antarctica/Vostok",
  "America/Santiago",
  "America/Sao_Paulo",
  "America/Havana",
  "America/St_Johns",
  "America/Caracas",
  "America/Nuuk",
  "America/Scoresbysund",
  "Africa/Cairo",
  "Africa/Casablanca",
  "Africa/Monrovia",
  "Africa/Juba",
  "Asia/Kolkata",
  "Asia/Kathmandu",
  "Asia/Gaza",
  "Asia/Tehran",
  "Asia/Pyongyang",
  "Atlantic/Azores",
  "Pacific/Apia",
  "Pacific/Kwajalein",
  "Pacific/Kiritimati",
  "Pacific/Chatham",
] as const;

/** Days on which some zone of the list changed its clock in a way of its own. */
const ODD_DAYS = [
  "2026-03-08",
  "2026-11-01",
  "2026-03-29",
  "2026-10-25",
  "2026-04-24",
  "2026-10-04",
  "2026-04-05",
  "2026-09-06",
  "2011-12-30",
  "1993-08-21",
  "1969-09-30",
  "1994-12-31",
  "1995-01-01",
  "1972-01-07",
  "1937-07-01",
  "1940-05-16",
  "1912-01-01",
  "2018-11-04",
  "2021-02-01",
  "2015-08-15",
  "2018-05-05",
  "2016-05-01",
  "2007-12-09",
  "2024-03-31",
  "2006-11-05",
  "2040-10-20",
  "2399-03-28",
  "2100-02-28",
  "1900-01-01",
];

const DAY = 86_400;

const day = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...ODD_DAYS).map((date) => Date.parse(`${date}T00:00:00Z`) / 1000 / DAY) },
  { weight: 2, arbitrary: fc.integer({ min: 20_000, max: 22_000 }) },
  { weight: 1, arbitrary: fc.integer({ min: -25_000, max: 156_000 }) },
);

const two = (value: number): string => String(value).padStart(2, "0");
const isoOf = (second: number): string => new Date(second * 1000).toISOString().slice(0, 19);
const dateOf = (of: number): string => isoOf(of * DAY).slice(0, 10);
const clockOf = (minute: number): string => `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;

/** Minutes of a day, more often where clocks are changed. */
const minute = fc.oneof(
  fc.integer({ min: 0, max: 4 * 60 }).map((at) => at - (at % 15)),
  fc.integer({ min: 0, max: 1439 }),
  fc.constantFrom(0, 60, 90, 120, 150, 180, 1380, 1410, 1439),
);
const late = fc.oneof({ weight: 4, arbitrary: minute }, { weight: 1, arbitrary: fc.integer({ min: 1440, max: 2879 }) });

function listOf<T>(one: fc.Arbitrary<T>, min: number, max: number): fc.Arbitrary<T[]> {
  return fc.uniqueArray(one, { minLength: min, maxLength: max });
}

function numbers(min: number, max: number, most: number): fc.Arbitrary<number[]> {
  return listOf(fc.integer({ min, max }), 1, most).map((list) => list.sort((a, b) => a - b));
}

const weekdays = numbers(1, 7, 5) as fc.Arbitrary<Weekday[]>;

const range: fc.Arbitrary<ClockRange> = fc
  .record({
    first: minute,
    length: fc.integer({ min: 0, max: 1439 }),
    days: fc.option(weekdays, { nil: undefined, freq: 4 }),
    whole: fc.boolean(),
  })
  .map(({ first, length, days, whole }) => {
    const end = clockOf(first + length) + (whole ? ":59" : "");
    return days ? [clockOf(first), end, days] : [clockOf(first), end];
  });

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

function ruleNear(base: number): fc.Arbitrary<DayRule> {
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

const times: fc.Arbitrary<Times> = fc.oneof(
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
const fineTimes: fc.Arbitrary<Times> = fc.oneof(
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

function pointNear(base: number): fc.Arbitrary<Point> {
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

function scopeNear(base: number): fc.Arbitrary<Scope> {
  const seldom = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(one, { nil: undefined, freq: 1 });
  return fc
    .record({
      zone: fc.constantFrom(...ZONES),
      from: seldom(pointNear(base - 3)),
      until: seldom(pointNear(base + 3)),
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

function spanned(base: number, days: number, grain: number): (trigger: Trigger) => Case {
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
