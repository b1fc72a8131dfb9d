/** Calendars as the files of a build say them: by value in triggers and plan, over includes, imports and .ics files. */
import { check, compile, type Plan } from "schedc";
import { describe, expect, test } from "vitest";
import { firesFrom, schemaErrors } from "./plan-of.ts";

type Files = Readonly<Record<string, string>>;

async function planOf(files: Files): Promise<Plan> {
  const { diagnostics, plan } = await check({ files });
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  expect(schemaErrors("plan", plan)).toEqual([]);
  return plan;
}

async function findings(files: Files): Promise<readonly string[]> {
  const { diagnostics } = await check({ files });
  return diagnostics.map(({ code, message }) => `${code}: ${message}`);
}

/** The dates of the fires of the one job. */
async function dates(files: Files, from: string, limit: number): Promise<readonly string[]> {
  const { jobs } = await planOf(files);
  expect(jobs).toHaveLength(1);
  return jobs.flatMap(({ trigger }) => firesFrom(trigger, from, limit)).map((at) => at.slice(0, 10));
}

const at9 = (days: string, calendar: string): string => `${calendar}\nevery ${days} at 9:00 run f { calendar c }\n`;

describe("which calendar counts", () => {
  const two = "calendar early { holiday 2026-01-05 }\ncalendar late { holiday 2026-01-06 }\n";
  const job = "every workday at 9:00 run f";

  test.each([
    ["the file's", `${two}defaults { calendar early }\n${job}\n`, "2026-01-06"],
    [
      "a group's before the file's",
      `${two}defaults { calendar early }\ngroup g { calendar late\n${job} }\n`,
      "2026-01-05",
    ],
    ["the job's own before both", `${two}defaults { calendar late }\n${job} { calendar early }\n`, "2026-01-06"],
  ])("%s", async (_, text, first) => {
    expect((await dates({ "a.sched": text }, "2026-01-03", 1))[0]).toBe(first);
  });

  test("one of another file, whose names are its own", async () => {
    const files = {
      "jobs/a.sched": `import { berlin as here } from "../shared.sched"\n${job} { calendar here }\n`,
      "shared.sched": "calendar germany { holiday jan 1 }\ncalendar berlin {\n  include germany\n  holiday mar 8\n}\n",
    };
    expect(await dates(files, "2027-01-01", 1)).toEqual(["2027-01-04"]);
    const { calendars } = await planOf(files);
    expect(calendars.map(({ source, name }) => `${source}:${name}`)).toEqual([
      "shared.sched:berlin",
      "shared.sched:germany",
    ]);
    expect(calendars[0]?.days.holidays?.yearly).toEqual([
      [1, 1, 1, 1],
      [3, 8, 3, 8],
    ]);
  });

  test("a window goes by that of the job", async () => {
    const text = `${two}window office = workdays 9:00-10:00\nevery hour during office run f { calendar early }\n`;
    expect(await dates({ "a.sched": text }, "2026-01-03", 1)).toEqual(["2026-01-06"]);
  });
});

describe("what closes a day", () => {
  test("open beats holiday beats weekend, own and included alike", async () => {
    const text = at9(
      "workday",
      "calendar base {\n  open 2026-01-10\n  holiday 2026-01-07\n}\ncalendar c {\n  include base\n  holiday 2026-01-10\n  open 2026-01-07\n  holiday 2026-01-08\n}",
    );
    expect(await dates({ "a.sched": text }, "2026-01-06", 5)).toEqual([
      "2026-01-06",
      "2026-01-07",
      "2026-01-09",
      "2026-01-10",
      "2026-01-12",
    ]);
  });

  test("a weekend of its own replaces the included one", async () => {
    const base = "calendar base { weekend friday-saturday }";
    const inherited = at9("workday", `${base}\ncalendar c { include base }`);
    expect(await dates({ "a.sched": inherited }, "2026-01-08", 2)).toEqual(["2026-01-08", "2026-01-11"]);
    const own = at9("workday", `${base}\ncalendar c { include base\nweekend sunday }`);
    expect(await dates({ "a.sched": own }, "2026-01-09", 2)).toEqual(["2026-01-09", "2026-01-10"]);
  });

  test("spans that meet are one, in whatever order they stand", async () => {
    const one = at9("workday", "calendar c { holiday 2026-08-03 to 2026-08-07\nholiday 2026-08-08 }");
    const two = at9("workday", "calendar c { holiday 2026-08-05 to 2026-08-08\nholiday 2026-08-03 to 2026-08-04 }");
    const plans = await Promise.all([one, two].map((text) => planOf({ "a.sched": text })));
    expect(plans[0]?.jobs[0]?.trigger).toEqual(plans[1]?.jobs[0]?.trigger);
    expect(plans[0]?.calendars[0]?.days.holidays?.dates).toEqual([["2026-08-03", "2026-08-08"]]);
  });

  test("a circle of calendars is one finding, and ends", async () => {
    const text = at9("workday", "calendar a { include c }\ncalendar c { include a }");
    expect((await findings({ "a.sched": text })).map((one) => one.split(":")[0])).toEqual(["calendar/cycle"]);
  });
});

describe("sentences of workdays", () => {
  const c = "calendar c {\n  holiday 2026-01-01 to 2026-01-02\n  holiday 2026-01-30\n  open 2026-01-31\n}";

  test.each([
    ["every month on the 1st workday, last workday at 9:00", ["2026-01-05", "2026-01-31", "2026-02-02"]],
    ["every month on the 1st or next workday at 9:00", ["2026-01-05", "2026-02-02", "2026-03-02"]],
    ["every month on the 30th or previous workday at 9:00", ["2026-01-29", "2026-03-30", "2026-04-30"]],
    ["every month on the 30th or nearest workday at 9:00", ["2026-01-29", "2026-03-30", "2026-04-30"]],
    ["every month 2 workdays before the last workday at 9:00", ["2026-01-28", "2026-02-25", "2026-03-27"]],
    ["every month 1 workday after the 30th at 9:00", ["2026-01-31", "2026-03-31", "2026-05-01"]],
    ["every week on the last workday at 9:00", ["2026-01-09", "2026-01-16", "2026-01-23"]],
    ["every day at 9:00 except workdays", ["2026-01-01", "2026-01-02", "2026-01-03"]],
    ["every weekday at 9:00 except c", ["2026-01-05", "2026-01-06", "2026-01-07"]],
    ["every workday, sunday at 9:00", ["2026-01-04", "2026-01-05", "2026-01-06"]],
    ["every workday on saturday at 9:00", ["2026-01-31"]],
    ["every saturday on workdays at 9:00", ["2026-01-31"]],
  ])("%s", async (sentence, expected) => {
    const text = `${c}\n${sentence} run f { calendar c }\n`;
    expect(await dates({ "a.sched": text }, "2026-01-01", expected.length)).toEqual(expected);
  });
});

/** A file as they are published: lines end in CR LF and are folded. */
function ics(...lines: readonly string[]): string {
  return ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//example//EN", ...lines, "END:VCALENDAR", ""].join("\r\n");
}

let uids = 0;
function event(...lines: readonly string[]): readonly string[] {
  return ["BEGIN:VEVENT", `UID:${++uids}@example`, "DTSTAMP:20260101T000000Z", ...lines, "END:VEVENT"];
}

async function holidays(text: string, zone = "") {
  const sched = `calendar c {\n  include "x.ics"\n${zone}\n}\nevery workday at 9:00 run f { calendar c }\n`;
  const { calendars } = await planOf({ "a.sched": sched, "x.ics": text });
  return calendars[0]?.days;
}

describe("files of holidays", () => {
  test("days, spans of days, folded lines, events that are cancelled", async () => {
    const text = ics(
      ...event(
        "DTSTART;VALUE=DATE:20260501",
        "SUMMARY:Labour",
        "  Day, and so long a title that it would",
        "  not fit",
      ),
      ...event("DTSTART;VALUE=DATE:20261224", "DTEND;VALUE=DATE:20261227"),
      ...event("DTSTART;VALUE=DATE:20260803", "DURATION:P2D"),
      ...event("DTSTART;VALUE=DATE:20260901", "STATUS:CANCELLED"),
    );
    expect((await holidays(text))?.holidays).toEqual({
      dates: [
        ["2026-05-01", "2026-05-01"],
        ["2026-08-03", "2026-08-04"],
        ["2026-12-24", "2026-12-26"],
      ],
    });
  });

  test("what comes every year goes on by a rule, from its first year", async () => {
    const text = ics(
      ...event("DTSTART;VALUE=DATE:20201225", "DTEND;VALUE=DATE:20201227", "RRULE:FREQ=YEARLY"),
      ...event("DTSTART;VALUE=DATE:20211125", "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH"),
    );
    const days = await holidays(text);
    expect(days?.covers).toBeUndefined();
    expect(days?.holidays?.dates).toBeUndefined();
    const sched =
      'calendar c { include "x.ics" }\nevery day at 9:00 except workdays, saturday, sunday run f { calendar c }\n';
    expect(await dates({ "a.sched": sched, "x.ics": text }, "2019-01-01", 4)).toEqual([
      "2020-12-25",
      "2021-11-25",
      "2022-11-24",
      "2022-12-26",
    ]);
  });

  test("other rules are listed: EXDATE, RDATE, COUNT, UNTIL, a time that was moved or called off", async () => {
    const text = ics(
      ...event(
        "DTSTART;VALUE=DATE:20260105",
        "RRULE:FREQ=WEEKLY;COUNT=4",
        "EXDATE;VALUE=DATE:20260112",
        "RDATE;VALUE=DATE:20260107",
      ),
      "BEGIN:VEVENT",
      "UID:moved@example",
      "DTSTART;VALUE=DATE:20260302",
      "RRULE:FREQ=DAILY;UNTIL=20260304",
      "END:VEVENT",
      "BEGIN:VEVENT",
      "UID:moved@example",
      "RECURRENCE-ID;VALUE=DATE:20260303",
      "DTSTART;VALUE=DATE:20260310",
      "END:VEVENT",
      "BEGIN:VEVENT",
      "UID:moved@example",
      "RECURRENCE-ID;VALUE=DATE:20260304",
      "DTSTART;VALUE=DATE:20260304",
      "STATUS:CANCELLED",
      "END:VEVENT",
    );
    expect((await holidays(text))?.holidays?.dates).toEqual(
      ["2026-01-05", "2026-01-07", "2026-01-19", "2026-01-26", "2026-03-02", "2026-03-10"].map((day) => [day, day]),
    );
  });

  test("what recurs without an end is known until 2100", async () => {
    const days = await holidays(ics(...event("DTSTART;VALUE=DATE:20260131", "RRULE:FREQ=MONTHLY;BYMONTHDAY=-1")));
    expect(days?.covers).toBe("2100-12-31");
    expect(days?.holidays?.dates?.slice(0, 2)).toEqual([
      ["2026-01-31", "2026-01-31"],
      ["2026-02-28", "2026-02-28"],
    ]);
    expect(days?.holidays?.dates?.at(-1)).toEqual(["2100-12-31", "2100-12-31"]);
  });

  test("events with times lie on the dates of the calendar's zone, by the zones of the file", async () => {
    const zone = [
      "BEGIN:VTIMEZONE",
      "TZID:Office",
      "BEGIN:STANDARD",
      "DTSTART:19700101T000000",
      "TZOFFSETFROM:-0500",
      "TZOFFSETTO:-0500",
      "END:STANDARD",
      "END:VTIMEZONE",
    ];
    const text = ics(
      ...zone,
      ...event("DTSTART:20260110T230000Z", "DTEND:20260110T233000Z"),
      ...event("DTSTART;TZID=Office:20260120T180000", "DTEND;TZID=Office:20260120T190000"),
      ...event("DTSTART;TZID=America/New_York:20260201T180000", "DURATION:PT1H"),
      ...event("DTSTART:20260210T220000", "DTEND:20260211T000000"),
    );
    const days = await holidays(text, "timezone Europe/Berlin");
    expect(days?.holidays?.dates).toEqual(
      ["2026-01-11", "2026-01-21", "2026-02-02", "2026-02-10"].map((day) => [day, day]),
    );
  });

  const sched = 'calendar c { include "x.ics" }\nevery workday at 9:00 run f { calendar c }\n';

  test.each([
    ["no calendar", "hello", /line 1: /],
    ["no end", "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n", /line 1: /],
    ["no start", ics(...event("SUMMARY:x")), /line 4: the event has no DTSTART/],
    ["a 13th month", ics(...event("DTSTART;VALUE=DATE:20261301")), /line 4: DTSTART 2026-13-01 is no date/],
    ["words", ics(...event("DTSTART;VALUE=DATE:tomorrow")), /line 4: /],
    ["hours", ics(...event("DTSTART;VALUE=DATE:20260101", "RRULE:FREQ=HOURLY")), /FREQ=HOURLY makes no days/],
    [
      "a rule that no day fulfils",
      ics(...event("DTSTART;VALUE=DATE:20260101", "RRULE:FREQ=DAILY;INTERVAL=7;BYDAY=MO")),
      /FREQ=DAILY with BYDAY is not read/,
    ],
    [
      "february 30",
      ics(...event("DTSTART;VALUE=DATE:20260101", "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30")),
      /day 30 of months that have none/,
    ],
    [
      "more than anyone enters",
      ics(...event("DTSTART;VALUE=DATE:19000101", "RRULE:FREQ=DAILY")),
      /recur more than 20000 times/,
    ],
    ["a zone of nowhere", ics(...event("DTSTART;TZID=Nowhere:20260101T100000")), /needs-timezone/],
  ])("one finding for %s", async (_, text, expected) => {
    const found = await findings({ "a.sched": sched, "x.ics": text });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(expected);
  });

  test("a path out of the project is refused", async () => {
    const found = await findings({ "a.sched": sched.replace("x.ics", "../x.ics"), "../x.ics": ics() });
    expect(found.map((one) => one.split(":")[0])).toEqual(["import/outside"]);
  });
});

test("modules carry the days, and nothing of the files", async () => {
  const files = {
    "a.sched": 'calendar c { include "x.ics" }\nevery workday at 9:00 run f { calendar c }\n',
    "x.ics": ics(...event("DTSTART;VALUE=DATE:20260501")),
  };
  const { modules } = await compile({ files });
  expect(Object.keys(modules)).toEqual(["a.sched.ts"]);
  expect(modules["a.sched.ts"]).toContain('dates: [["2026-05-01", "2026-05-01"]]');
});
