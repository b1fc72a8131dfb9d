/** The engine against croner and cron-parser, on plain calendars and away from changes of the clock, where all mean the same. */
import { CronExpressionParser } from "cron-parser";
import { Cron } from "croner";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CalendarTrigger, DayRule, Weekday } from "../../src/runtime/model/index.ts";
import { prepare, transitions } from "../../src/runtime/trigger/index.ts";

const seed = Number(process.env.SEED ?? 1_105);

interface Field {
  readonly text: string;
  readonly values: readonly number[];
}

function every(min: number, max: number, step = 1): readonly number[] {
  return Array.from({ length: Math.floor((max - min) / step) + 1 }, (_, at) => min + at * step);
}

/** A cron field as text and as the numbers it stands for. */
function field(min: number, max: number): fc.Arbitrary<Field> {
  const number = fc.integer({ min, max });
  return fc.oneof(
    fc.constant({ text: "*", values: every(min, max) }),
    number.map((value) => ({ text: String(value), values: [value] })),
    fc.constantFrom(2, 3, 5, 10).map((step) => ({ text: `*/${step}`, values: every(min, max, step) })),
    fc.tuple(number, number).map(([a, b]) => {
      const [low, high] = [Math.min(a, b), Math.max(a, b)];
      return { text: `${low}-${high}`, values: every(low, high) };
    }),
    fc.uniqueArray(number, { minLength: 2, maxLength: 4 }).map((list) => {
      const values = list.sort((a, b) => a - b);
      return { text: values.join(","), values };
    }),
  );
}

const expression = fc.record({
  second: field(0, 59),
  minute: field(0, 59),
  hour: field(0, 23),
  date: field(1, 31),
  month: field(1, 12),
  // Cron counts its steps through the week from Sunday, which would need numbers of its own here.
  weekday: field(1, 7).filter(({ text }) => !text.startsWith("*/")),
  /** Which of the two day fields is restricted: both at once mean different things to different programs. */
  by: fc.constantFrom("date", "weekday"),
  zone: fc.constantFrom("UTC", "America/New_York", "Europe/Berlin", "Asia/Kolkata", "Australia/Lord_Howe"),
  start: fc.integer({ min: Date.UTC(1995, 0, 1) / 1000, max: Date.UTC(2035, 0, 1) / 1000 }),
});

type Expression = typeof expression extends fc.Arbitrary<infer T> ? T : never;

function asCron({ second, minute, hour, date, month, weekday, by }: Expression): string {
  const days = by === "date" ? [date.text, month.text, "*"] : ["*", month.text, weekday.text];
  return [second.text, minute.text, hour.text, ...days].join(" ");
}

function asTrigger({ second, minute, hour, date, month, weekday, by, zone }: Expression): CalendarTrigger {
  const rule: DayRule =
    by === "date"
      ? { months: month.values, picks: [{ in: "month", of: date.values.map((nth) => ({ nth, day: "day" as const })) }] }
      : { months: month.values, weekdays: weekday.values as readonly Weekday[] };
  const times = { hours: hour.values, minutes: minute.values, seconds: second.values };
  return { kind: "calendar", zone, days: [rule], times, dst: { gap: "skip", overlap: "both" } };
}

/** Whether any of the months has any of the dates: cron-parser refuses the rest, where we never fire. */
function isPossible({ date, month, by }: Expression): boolean {
  const longest = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return by !== "date" || month.values.some((number) => (date.values[0] ?? 0) <= (longest[number - 1] ?? 0));
}

describe(`plain cron expressions (SEED=${seed})`, () => {
  it("fire when croner and cron-parser say", () => {
    let compared = 0;
    const check = (made: Expression): void => {
      const text = asCron(made);
      const prepared = prepare(asTrigger(made));
      const start = made.start * 1000;
      if (!isPossible(made)) {
        expect(prepared.next(start)).toBeUndefined();
        return;
      }
      const croner = new Cron(text, { timezone: made.zone, paused: true }).nextRuns(3, new Date(start));
      const parser = CronExpressionParser.parse(text, { tz: made.zone, currentDate: new Date(start) });
      let from = start;
      for (const run of croner) {
        const expected = run.getTime();
        if (transitions(made.zone, from - 90_000_000, expected + 90_000_000).length > 0) return;
        expect(parser.next().getTime()).toBe(expected);
        expect(prepared.next(from)).toBe(expected);
        expect(prepared.previous(expected + 1)).toBe(expected);
        from = expected;
        compared++;
      }
    };
    fc.assert(fc.property(expression, check), { seed, numRuns: 400 });
    expect(compared).toBeGreaterThan(500);
  });
});
