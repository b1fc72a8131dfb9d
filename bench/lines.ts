/** What is asked of everybody: one schedule a line, in the words of each dialect that can say it. */
import type { CalendarTrigger, DayRule, Times, Trigger } from "../src/runtime/index.ts";

/** One schedule as a trigger, as cron fields with seconds, and as an RRULE. */
export interface Part {
  readonly trigger: CalendarTrigger;
  readonly zone: string;
  readonly cron?: string;
  /** Without its DTSTART, which is 2020-01-06, a Monday, at the time of the rule. */
  readonly rrule?: string;
  readonly exdates?: readonly string[];
}

export interface Line {
  readonly name: string;
  /** More than one is a union: peers are asked for each and the nearest answer counts. */
  readonly parts: readonly Part[];
}

const all = (count: number): readonly number[] => Array.from({ length: count }, (_, at) => at);
const nine: Times = { at: ["09:00"] };
const atNine = "BYHOUR=9;BYMINUTE=0;BYSECOND=0";

interface Words {
  readonly cron?: string;
  readonly rrule?: string;
  readonly exdates?: readonly string[];
}

function part(zone: string, rule: DayRule, times: Times, words: Words, more: Partial<CalendarTrigger> = {}): Part {
  const trigger: CalendarTrigger = {
    kind: "calendar",
    zone,
    days: [rule],
    times,
    dst: { gap: "skip", overlap: "both" },
    ...more,
  };
  return { trigger, zone, ...words };
}

const minute = (zone: string): Part =>
  part(
    zone,
    {},
    { every: 60_000, ranges: [["00:00", "23:59:59"]] },
    { cron: "0 * * * * *", rrule: "FREQ=MINUTELY;BYSECOND=0" },
  );

const office = (zone: string): Part =>
  part(
    zone,
    { weekdays: [1, 2, 3, 4, 5] },
    { hours: all(24).slice(9, 18), minutes: [30], seconds: [0] },
    {
      cron: "0 30 9-17 * * 1-5",
      rrule: "FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR;BYHOUR=9,10,11,12,13,14,15,16,17;BYMINUTE=30;BYSECOND=0",
    },
  );

const leapDay = (zone: string): Part =>
  part(zone, { picks: [{ in: "year", of: [{ month: 2, date: 29 }] }] }, nine, {
    cron: "0 0 9 29 2 *",
    rrule: `FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;${atNine}`,
  });

const lastFriday = (zone: string): Part =>
  part(zone, { picks: [{ in: "month", of: [{ nth: -1, day: 5 }] }] }, nine, {
    cron: "0 0 9 * * 5L",
    rrule: `FREQ=MONTHLY;BYDAY=-1FR;${atNine}`,
  });

const secondTuesday = (zone: string): Part =>
  part(zone, { picks: [{ in: "month", of: [{ nth: 2, day: 2 }] }] }, nine, {
    cron: "0 0 9 * * 2#2",
    rrule: `FREQ=MONTHLY;BYDAY=2TU;${atNine}`,
  });

const fiveSeconds = (zone: string): Part =>
  part(
    zone,
    {},
    { every: 5000, ranges: [["00:00", "23:59:59"]] },
    {
      cron: "*/5 * * * * *",
      rrule: "FREQ=MINUTELY;BYSECOND=0,5,10,15,20,25,30,35,40,45,50,55",
    },
  );

/** The last day of Monday to Friday, unless it is New Year's Eve. */
const lastWeekday = (zone: string): Part =>
  part(
    zone,
    { picks: [{ in: "month", of: [{ nth: -1, day: "weekday" }] }] },
    nine,
    {
      rrule: `FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;${atNine}`,
      exdates: all(20).map((year) => `${2018 + year}1231T090000`),
    },
    { except: { yearly: [[12, 31, 12, 31]] } },
  );

/** No peer knows workdays: this line is ours alone. */
const lastWorkday = (zone: string): Part =>
  part(
    zone,
    { picks: [{ in: "month", of: [{ nth: -1, day: "workday" }] }] },
    nine,
    {},
    {
      calendar: {
        weekend: [6, 7],
        holidays: {
          yearly: [
            [1, 1, 1, 1],
            [12, 24, 12, 26],
            [12, 31, 12, 31],
          ],
        },
      },
    },
  );

const twoWeeks = (zone: string): Part =>
  part(zone, { weekdays: [1], cycle: { every: 2, unit: "week", anchor: "2020-01-06" } }, nine, {
    rrule: `FREQ=WEEKLY;INTERVAL=2;BYDAY=MO;${atNine}`,
  });

const line = (name: string, ...parts: readonly Part[]): Line => ({ name, parts });

export const lines: readonly Line[] = [
  line("every minute, UTC", minute("UTC")),
  line("every minute, New York", minute("America/New_York")),
  line("`30 9-17` weekdays, UTC", office("UTC")),
  line("`30 9-17` weekdays, New York", office("America/New_York")),
  line("Feb 29, UTC", leapDay("UTC")),
  line("Feb 29, New York", leapDay("America/New_York")),
  line("last Friday, UTC", lastFriday("UTC")),
  line("last Friday, Berlin", lastFriday("Europe/Berlin")),
  line("second Tuesday, UTC", secondTuesday("UTC")),
  line("second Tuesday, New York", secondTuesday("America/New_York")),
  line("every 5 seconds, UTC", fiveSeconds("UTC")),
  line("every 5 seconds, Berlin", fiveSeconds("Europe/Berlin")),
  line("last weekday but on Dec 31, UTC", lastWeekday("UTC")),
  line("last workday, 5 holidays a year, Berlin", lastWorkday("Europe/Berlin")),
  line("every 2 weeks, Berlin", twoWeeks("Europe/Berlin")),
  line("a union of four, UTC", office("UTC"), lastFriday("UTC"), secondTuesday("UTC"), leapDay("UTC")),
];

/** The trigger of a line. */
export function triggerOf({ parts }: Line): Trigger {
  const [first, ...more] = parts.map(({ trigger }) => trigger);
  return first && more.length === 0 ? first : { kind: "union", of: parts.map(({ trigger }) => trigger) };
}
