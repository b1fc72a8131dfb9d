/** Zones, days, clock times and lists to draw from; odd ones more often than their share. */
import fc from "fast-check";
import type { ClockRange, Weekday } from "../../../src/runtime/model/index.ts";

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
export const ODD_DAYS = [
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

export const DAY = 86_400;

export const day = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...ODD_DAYS).map((date) => Date.parse(`${date}T00:00:00Z`) / 1000 / DAY) },
  { weight: 2, arbitrary: fc.integer({ min: 20_000, max: 22_000 }) },
  { weight: 1, arbitrary: fc.integer({ min: -25_000, max: 156_000 }) },
);

export const two = (value: number): string => String(value).padStart(2, "0");
export const isoOf = (second: number): string => new Date(second * 1000).toISOString().slice(0, 19);
export const dateOf = (of: number): string => isoOf(of * DAY).slice(0, 10);
export const clockOf = (minute: number): string => `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;

/** Minutes of a day, more often where clocks are changed. */
export const minute = fc.oneof(
  fc.integer({ min: 0, max: 4 * 60 }).map((at) => at - (at % 15)),
  fc.integer({ min: 0, max: 1439 }),
  fc.constantFrom(0, 60, 90, 120, 150, 180, 1380, 1410, 1439),
);
export const late = fc.oneof(
  { weight: 4, arbitrary: minute },
  { weight: 1, arbitrary: fc.integer({ min: 1440, max: 2879 }) },
);

export function listOf<T>(one: fc.Arbitrary<T>, min: number, max: number): fc.Arbitrary<T[]> {
  return fc.uniqueArray(one, { minLength: min, maxLength: max });
}

export function numbers(min: number, max: number, most: number): fc.Arbitrary<number[]> {
  return listOf(fc.integer({ min, max }), 1, most).map((list) => list.sort((a, b) => a - b));
}

export const weekdays = numbers(1, 7, 5) as fc.Arbitrary<Weekday[]>;

export const range: fc.Arbitrary<ClockRange> = fc
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
