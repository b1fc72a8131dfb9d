/** Random calendars of workdays, and rules that count by them. */
import fc from "fast-check";
import type {
  Calendar,
  ClockRange,
  DayChoice,
  DayRule,
  DaySet,
  Pick,
  Times,
  Trigger,
  Weekday,
} from "../../../src/runtime/model/index.ts";
import { dateOf, day, listOf, numbers, weekdays } from "./basics.ts";
import { type Case, spanned } from "./cases.ts";

type Yearly = NonNullable<DaySet["yearly"]>[number];

/** Dates lie near the base, so that they matter. */
function daySetNear(base: number, longest: number): fc.Arbitrary<DaySet> {
  const start = fc.integer({ min: -60, max: 860 });
  const length = fc.integer({ min: 0, max: longest });
  const dates = fc
    .tuple(start, length)
    .map(([first, more]): readonly [string, string] => [dateOf(base + first), dateOf(base + first + more)]);
  const yearly = fc.tuple(start, length).map(([first, more]): Yearly => {
    const [, month = 1, of = 1] = dateOf(base + first)
      .split("-")
      .map(Number);
    const [, toMonth = 1, to = 1] = dateOf(base + first + more)
      .split("-")
      .map(Number);
    return [month, of, toMonth, to];
  });
  const choice = fc.oneof(
    fc.record({ nth: fc.constantFrom(1, 2, 4, -1), day: fc.constantFrom<"day" | Weekday>("day", 1, 4, 5) }),
    fc.record({ nth: fc.constant(1), day: fc.constantFrom<Weekday>(1, 3), after: fc.constantFrom(1, 8, 20) }),
  );
  const rule: fc.Arbitrary<DayRule> = fc
    .tuple(numbers(1, 12, 3), choice)
    .map(([months, of]) => ({ months, picks: [{ in: "month" as const, of: [of] }] }));
  return fc.record(
    {
      days: fc.array(rule, { minLength: 1, maxLength: 2 }),
      dates: fc.array(dates, { minLength: 1, maxLength: 6 }),
      yearly: fc.array(yearly, { minLength: 1, maxLength: 3 }),
    },
    { requiredKeys: [] },
  );
}

function calendarNear(base: number): fc.Arbitrary<Calendar> {
  return fc.record(
    { weekend: numbers(1, 7, 3) as fc.Arbitrary<Weekday[]>, holidays: daySetNear(base, 5), open: daySetNear(base, 2) },
    { requiredKeys: ["weekend"] },
  );
}

const choice: fc.Arbitrary<DayChoice> = fc.oneof(
  fc.record({ nth: fc.constantFrom(1, 2, 5, 15, -1, -3, -20), day: fc.constant("workday" as const) }),
  fc.record({ nth: fc.constantFrom(1, 2), day: fc.constant("workday" as const), after: fc.constantFrom(1, 15, 31) }),
  fc.record({ nth: fc.constantFrom(-1, -2), day: fc.constant("workday" as const), before: fc.constantFrom(1, 15) }),
  fc.record({ nth: fc.constantFrom(1, 15, 31, -1), day: fc.constant("day" as const) }),
  fc.record({ open: fc.constant(true as const) }),
  fc.record({ weekdays }),
  fc.record({ month: fc.constantFrom(1, 5, 12), date: fc.constantFrom(1, 25) }),
);

const pick: fc.Arbitrary<Pick> = fc
  .record({
    in: fc.constantFrom<Pick["in"]>("month", "month", "week", "quarter", "year"),
    of: fc.array(choice, { minLength: 1, maxLength: 2 }),
    by: fc.integer({ min: -6, max: 6 }),
    unit: fc.constantFrom<"workday" | "day" | undefined>("workday", "workday", "day", undefined),
    move: fc.constantFrom<Pick["move"]>("next", "previous", "nearest", undefined),
    workday: fc.boolean(),
  })
  .map(({ in: period, of, by, unit, move, workday }) => ({
    in: period,
    of,
    ...(unit && { offset: { by, unit } }),
    ...(move && { move, ...(workday && { to: "workday" as const }) }),
  }));

const rule: fc.Arbitrary<DayRule> = fc.record(
  {
    open: fc.constant<true>(true),
    weekdays,
    months: numbers(1, 12, 9),
    picks: fc.array(pick, { minLength: 1, maxLength: 2 }),
  },
  { requiredKeys: [] },
);

const opening = fc.constantFrom<ClockRange>(
  ["09:00", "17:00", "workday"],
  ["20:00", "29:00", "workday"],
  ["08:00", "12:00", [5, 6, 7]],
  ["00:00", "23:59:59", "workday"],
);

const openings = fc.array(opening, { minLength: 1, maxLength: 3 });

/** Windows and ranges that open on workdays: as what times are counted in, what bounds them, what is taken out. */
export const workdayWindowCase: fc.Arbitrary<Case> = day.chain((base) =>
  fc
    .record({
      zone: fc.constantFrom("UTC", "America/New_York"),
      calendar: calendarNear(base - 30),
      days: fc.constantFrom<readonly DayRule[]>([{}], [{ weekdays: [1, 5, 6] }], [{ open: true }]),
      times: fc.oneof(
        openings.map((ranges): Times => ({ every: 2_700_000, ranges })),
        openings.map((ranges): Times => ({ random: "job", ranges })),
        fc.constant<Times>({ at: ["02:30", "10:00", "23:00"] }),
      ),
      during: fc.option(openings, { nil: undefined }),
      except: fc.option(openings, { nil: undefined, freq: 1 }),
    })
    .map(
      ({ zone, calendar, days, times, during, except }): Trigger => ({
        kind: "calendar",
        zone,
        calendar,
        days,
        times,
        dst: { gap: "after", overlap: "both" },
        ...(during && { during: [{ ranges: during }] }),
        ...(except && { except: { windows: [{ ranges: except }] } }),
      }),
    )
    .map(spanned(base, 14, 900)),
);

/** Rules by workdays over a year, less what exceptions by workday and by holiday take out. */
export const workdayCase: fc.Arbitrary<Case> = day.chain((base) =>
  fc
    .record({
      zone: fc.constantFrom("UTC", "Europe/Berlin", "Pacific/Apia"),
      calendar: calendarNear(base),
      days: fc.array(rule, { minLength: 1, maxLength: 2 }),
      except: fc.option(
        fc.record(
          {
            days: fc.constantFrom<readonly DayRule[]>(
              [{ open: true }],
              [{ picks: [{ in: "month", of: [{ nth: -1, day: "workday" }] }] }],
            ),
            holidays: fc.array(
              fc.record({ holidays: daySetNear(base, 5), open: daySetNear(base, 2) }, { requiredKeys: [] }),
              { minLength: 1, maxLength: 2 },
            ),
          },
          { requiredKeys: [] },
        ),
        { nil: undefined },
      ),
      at: listOf(fc.constantFrom("00:00", "09:00", "23:00"), 1, 2),
    })
    .map(
      ({ zone, calendar, days, except, at }): Trigger => ({
        kind: "calendar",
        zone,
        calendar,
        days,
        ...(except && { except }),
        times: { at: at.sort() },
        dst: { gap: "after", overlap: "first" },
      }),
    )
    .map(spanned(base, 400, 3600)),
);
