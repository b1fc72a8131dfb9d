/** Workdays written out: what closes and opens a day, how they are counted, and where closed days lead. */
import { describe, expect, it } from "vitest";
import type { Calendar, CalendarTrigger, DayRule, Exceptions } from "../../src/runtime/model/index.ts";
import { fires, nextFire } from "../../src/runtime/trigger/index.ts";

const office: Calendar = {
  weekend: [6, 7],
  holidays: {
    yearly: [
      [12, 25, 12, 26],
      [1, 1, 1, 1],
    ],
    dates: [["2026-05-25", "2026-05-25"]],
    days: [{ months: [11], picks: [{ in: "month", of: [{ nth: 4, day: 4 }] }] }],
  },
  open: { dates: [["2026-12-26", "2026-12-26"]] },
};

function trigger(days: readonly DayRule[], calendar = office, except?: Exceptions): CalendarTrigger {
  return {
    kind: "calendar",
    zone: "UTC",
    calendar,
    days,
    times: { at: ["09:00"] },
    dst: { gap: "after", overlap: "first" },
    ...(except && { except }),
  };
}

function days(of: CalendarTrigger, from: string, until: string): readonly string[] {
  const span = { after: Date.parse(`${from}T00:00:00Z`) - 1, until: Date.parse(`${until}T23:59:59Z`) };
  return [...fires(of, span)].map((at) => new Date(at).toISOString().slice(0, 10));
}

const open = trigger([{ open: true }]);
const month = (pick: object): CalendarTrigger =>
  trigger([{ picks: [{ in: "month", of: [{ nth: 1, day: "day" }], ...pick }] }] as readonly DayRule[]);

describe("which days are workdays", () => {
  it("closes weekends and holidays, and opens a holiday on a Saturday that is made up for", () => {
    expect(days(open, "2026-12-23", "2026-12-29")).toEqual([
      "2026-12-23",
      "2026-12-24",
      "2026-12-26",
      "2026-12-28",
      "2026-12-29",
    ]);
  });

  it("knows holidays by date, by day of the year and by count", () => {
    expect(days(open, "2026-05-22", "2026-05-26")).toEqual(["2026-05-22", "2026-05-26"]);
    expect(days(open, "2027-11-24", "2027-11-26")).toEqual(["2027-11-24", "2027-11-26"]);
  });

  it("takes weekends from the calendar alone", () => {
    const friday = trigger([{ open: true }], { weekend: [5] });
    expect(days(friday, "2026-01-08", "2026-01-11")).toEqual(["2026-01-08", "2026-01-10", "2026-01-11"]);
  });

  it("takes out the holidays of a calendar and leaves its weekends", () => {
    const all = trigger([{}], { weekend: [] }, { holidays: [office] });
    expect(days(all, "2026-12-24", "2026-12-27")).toEqual(["2026-12-24", "2026-12-26", "2026-12-27"]);
  });

  it("never fires where no day is open, however it is counted", () => {
    const shut: Calendar = { weekend: [1, 2, 3, 4, 5, 6, 7] };
    for (const rule of [
      { open: true },
      { picks: [{ in: "month", of: [{ nth: -1, day: "workday" }] }] },
      { picks: [{ in: "month", of: [{ nth: 1, day: "day" }], offset: { by: -3, unit: "workday" } }] },
      { picks: [{ in: "month", of: [{ nth: 1, day: "day" }], move: "nearest", to: "workday" }] },
    ] as const) {
      expect(nextFire(trigger([rule], shut), 0)).toBeUndefined();
    }
  });

  it("refuses a rule that asks for workdays without a calendar", () => {
    const { calendar: _, ...bare } = open;
    expect(() => nextFire(bare, 0)).toThrow(/has no calendar/);
  });
});

describe("counting workdays", () => {
  it("finds the nth and the last of a month", () => {
    const last = trigger([{ picks: [{ in: "month", of: [{ nth: -1, day: "workday" }] }] }]);
    expect(days(last, "2026-10-01", "2026-12-31")).toEqual(["2026-10-30", "2026-11-30", "2026-12-31"]);
    const second = trigger([{ picks: [{ in: "month", of: [{ nth: 2, day: "workday" }] }] }]);
    expect(days(second, "2026-12-01", "2027-01-31")).toEqual(["2026-12-02", "2027-01-05"]);
  });

  it("counts strictly before and after a day, out of its month", () => {
    expect(days(month({ offset: { by: -3, unit: "workday" } }), "2026-12-20", "2026-12-31")).toEqual(["2026-12-29"]);
    expect(days(month({ offset: { by: 2, unit: "workday" } }), "2027-01-01", "2027-01-31")).toEqual(["2027-01-05"]);
  });

  it("moves a closed day", () => {
    expect(days(month({ move: "next", to: "workday" }), "2027-01-01", "2027-01-31")).toEqual(["2027-01-04"]);
    expect(days(month({ move: "previous", to: "workday" }), "2026-12-30", "2027-01-30")).toEqual(["2026-12-31"]);
  });

  it("keeps the nearest in the month and takes the earlier of two", () => {
    expect(days(month({ move: "nearest", to: "workday" }), "2026-12-30", "2027-01-30")).toEqual(["2027-01-04"]);
    const monday = trigger(
      [{ picks: [{ in: "month", of: [{ nth: 20, day: "day" }], move: "nearest", to: "workday" }] }],
      { weekend: [], holidays: { dates: [["2026-01-20", "2026-01-20"]] } },
    );
    expect(days(monday, "2026-01-01", "2026-01-31")).toEqual(["2026-01-19"]);
  });

  it("counts over a closure of months", () => {
    const idle: Calendar = { weekend: [6, 7], holidays: { dates: [["2026-03-01", "2026-08-31"]] } };
    const after = trigger(
      [{ picks: [{ in: "month", of: [{ nth: 1, day: "day" }], move: "next", to: "workday" }] }],
      idle,
    );
    expect(days(after, "2026-02-01", "2026-10-31")).toEqual(["2026-02-02", "2026-09-01", "2026-10-01"]);
  });
});
