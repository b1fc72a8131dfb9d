import { describe, expect, it } from "vitest";
import {
  civilOf,
  dayOf,
  formatDate,
  isLeapYear,
  isoWeekOf,
  monthLength,
  monthOf,
  monthStart,
  parseDate,
  weekdayOf,
  weekOf,
  weekStart,
} from "../../src/runtime/trigger/index.ts";

const MS = 86_400_000;

describe("the calendar", () => {
  it("agrees with Date on every day from 1899 to 2401", () => {
    const last = Date.UTC(2401, 11, 31) / MS;
    let wrong = 0;
    for (let day = Date.UTC(1899, 0, 1) / MS; day <= last; day++) {
      const date = new Date(day * MS);
      const month = date.getUTCFullYear() * 12 + date.getUTCMonth();
      const same =
        monthOf(day) === month &&
        day - monthStart(month) + 1 === date.getUTCDate() &&
        weekdayOf(day) === (date.getUTCDay() || 7) &&
        day - weekStart(weekOf(day)) === weekdayOf(day) - 1;
      if (!same) wrong++;
    }
    expect(wrong).toBe(0);
  });

  it("goes from dates to days and back", () => {
    expect(dayOf(1970, 1, 1)).toBe(0);
    expect(civilOf(dayOf(2024, 2, 29))).toEqual({ year: 2024, month: 2, date: 29 });
    expect(formatDate(parseDate("1900-03-01"))).toBe("1900-03-01");
    expect(() => parseDate("2026-02-29")).toThrow("is no date");
    expect(() => parseDate("2026-2-3")).toThrow("is no date");
  });

  it("knows leap years and the length of months", () => {
    expect([1900, 2000, 2024, 2026, 2100, 2400].filter(isLeapYear)).toEqual([2000, 2024, 2400]);
    expect(monthLength(2023 * 12 + 1)).toBe(28);
    expect(monthLength(2024 * 12 + 1)).toBe(29);
    expect(monthLength(2024 * 12 + 11)).toBe(31);
  });

  it.each([
    ["2020-12-31", 53],
    ["2021-01-03", 53],
    ["2021-01-04", 1],
    ["2024-12-30", 1],
    ["2026-01-01", 1],
    ["2026-12-31", 53],
    ["2027-01-03", 53],
    ["1977-01-01", 53],
  ])("counts %s into ISO week %i", (date, week) => {
    expect(isoWeekOf(parseDate(date))).toBe(week);
  });
});
