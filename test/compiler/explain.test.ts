import { explain } from "schedc";
import { fires } from "schedc/runtime";
import { expect, test } from "vitest";

const after = Date.UTC(2026, 0, 1);

test("a sentence is explained without naming a task", async () => {
  const { diagnostics, jobs } = await explain("every weekday 9-17 at :30 in Europe/Berlin", { after });
  expect(diagnostics).toEqual([]);
  expect(jobs).toEqual([
    {
      id: "task",
      sentence: "every weekday 9-17 at :30 in Europe/Berlin",
      zone: "Europe/Berlin",
      words: [
        "on Monday to Friday at :30 of the hours 9 to 17",
        "times are those of Europe/Berlin",
        "where the clocks change, a time that is left out does not happen, and a repeated one happens both times",
      ],
      perDay: { least: 9, most: 9 },
      counts: [
        { period: "weekday", least: 9, most: 9 },
        { period: "week", least: 45, most: 45 },
        { period: "month", least: 180, most: 207 },
        { period: "year", least: 2340, most: 2358 },
      ],
      silence: { length: 64 * 3_600_000, after: Date.parse("2026-01-02T16:30Z") },
      next: ["08", "09", "10", "11", "12"].map((hour) => Date.parse(`2026-01-01T${hour}:30Z`)),
      clockChanges: [],
      cron: { expression: "30 9-17 * * 1-5" },
    },
  ]);
});

test("the first and the last fire of a bounded job, and how many a day has", async () => {
  const { jobs } = await explain("every 20 minutes 8:00-9:00 from 2026-03-01 until 2026-03-02 run f");
  expect(jobs[0]).toMatchObject({
    first: Date.parse("2026-03-01T08:00Z"),
    last: Date.parse("2026-03-02T09:00Z"),
    perDay: { least: 4, most: 4 },
    cron: { reason: "cron has no life span" },
  });
});

const frequencies = [
  ["every 15 minutes", "day 96 96, week 672 672, month 2688 2976, year 35040 35136", "15 min"],
  ["every weekend at 9:00, 17:00", "weekend day 2 2, week 4 4, month 16 20, year 208 212", "136 h"],
  ["every month on the 31st at 9:00", "day 0 1, week 0 1, month 0 1, year 7 7", "1464 h"],
  ["every year on feb 29 at 9:00", "day 0 1, week 0 1, month 0 1, year 0 1", "70104 h"],
  ["every day at 9:00 from 2026-01-07 until 2026-02-20", "day 1 1, week 7 7", "24 h"],
  ["once at 2026-01-07 9:00, 2026-01-08 9:00", "", "24 h"],
  ["every day at 9:00 in Europe/Berlin", "day 1 1, week 7 7, month 28 31, year 365 366", "24 h"],
  ["once on startup", "", ""],
] as const;

test.each(frequencies)("%s: how often, and how long not", async (sentence, counts, silence) => {
  const [job] = (await explain(sentence, { after })).jobs;
  expect(job?.counts.map(({ period, least, most }) => `${period} ${least} ${most}`).join(", ")).toBe(counts);
  const minutes = (job?.silence?.length ?? 0) / 60_000;
  expect(minutes === 0 ? "" : minutes < 60 ? `${minutes} min` : `${minutes / 60} h`).toBe(silence);
});

test("days on which a change of the clock adds, takes or moves", async () => {
  const changes = async (sentence: string): Promise<unknown> =>
    (await explain(sentence, { after })).jobs[0]?.clockChanges.slice(0, 2);
  const zone = "America/New_York";
  expect(await changes(`every hour in ${zone}`)).toEqual([
    { date: "2026-03-08", zone, fires: 23, written: 24, moved: false },
    { date: "2026-11-01", zone, fires: 25, written: 24, moved: false },
  ]);
  expect(await changes(`every day at 2:30 in ${zone}`)).toEqual([
    { date: "2026-03-08", zone, fires: 1, written: 1, moved: true },
    { date: "2027-03-14", zone, fires: 1, written: 1, moved: true },
  ]);
  expect(await changes("every hour")).toEqual([]);
  // Its life begins within the day of the change, or ends before it.
  expect(await changes(`every hour at :00 from 2026-03-08T12:00 until 2026-10-31 in ${zone}`)).toEqual([]);
});

const equivalents: readonly (readonly [sentence: string, cron: object])[] = [
  ["every 15 minutes", { expression: "*/15 * * * *" }],
  ["every 15 minutes in Europe/Berlin", { expression: "*/15 * * * *" }],
  ["every minute", { expression: "* * * * *" }],
  ["every hour", { expression: "0 * * * *" }],
  ["every 2 hours", { expression: "0 */2 * * *" }],
  ["every 30 minutes 9-17", { expression: "*/30 9-17 * * *" }],
  ["every day at 9:30, 17:30 in Europe/Berlin", { expression: "30 9,17 * * *" }],
  ["every month on the 1st, 15th-17th at midnight in jan, jul", { expression: "0 0 1,15-17 1,7 *" }],
  [
    "every day 1-3 at :30 in Europe/Berlin",
    { expression: "30 1-3 * * *", but: "on the days on which clocks change, a cron treats these times otherwise" },
  ],
  ["every sunday at 9:00", { expression: "0 9 * * 0" }],
  ["every year on dec 25 at 9:00", { expression: "0 9 25 12 *" }],
  ["every year on jan 1, jan 15, jul 1, jul 15 at noon", { expression: "0 12 1,15 1,7 *" }],
  ["every quarter on the 1st at midnight", { expression: "0 0 1 1,4,7,10 *" }],
  ["every year on jan 1, jul 15 at noon", { reason: "its days are no product of dates and months" }],
  ["every quarter on the 60th day at noon", { reason: "cron counts days in a month, not in a quarter or a year" }],
  ["every year on the 1st day at noon", { reason: "cron counts days in a month, not in a quarter or a year" }],
  ["every year on the 3rd thursday in nov at noon", { reason: "crontabs have no nth weekday, last day or move" }],
  ["every 45 minutes", { reason: "a step that does not divide the hour is no cron field" }],
  ["every day at 9:30, 10:00", { reason: "its times are no product of hours and minutes" }],
  ["every 30 seconds", { reason: "a crontab has no seconds" }],
  ["every friday on the 13th at 9:00", { reason: "cron fires when either day field matches, not both" }],
  ["every month on the last day at 9:00", { reason: "crontabs have no nth weekday, last day or move" }],
  ["every 2 weeks on monday at 9:00 from 2026-01-05", { reason: "cron has no life span" }],
  ["every 7 hours from 2026-01-01T00:00", { reason: "cron counts by the calendar, not by elapsed time" }],
  [
    "every workday at 9:00 run f { calendar c }\ncalendar c { holiday dec 25 }",
    { reason: "cron has no calendar, so it knows no workdays" },
  ],
  ["once on startup", { reason: "cron knows no start of a scheduler" }],
];

test.each(equivalents)("%s in cron", async (sentence, cron) => {
  expect((await explain(sentence, { after })).jobs[0]?.cron).toEqual(cron);
});

test("every expression given is read back as the same fires", async () => {
  const { check } = await import("schedc");
  for (const [sentence, cron] of equivalents) {
    if (!("expression" in cron) || sentence.includes(" in Europe")) continue;
    const files = { "a.sched": `${sentence} run f\ncron "${cron.expression}" run g\n` };
    const [one, two] = (await check({ files })).plan.jobs;
    const [wanted, read] = [one, two].map((job) => job && [...fires(job.trigger, { after, limit: 100 })]);
    expect(wanted, sentence).toHaveLength(100);
    expect(read, sentence).toEqual(wanted);
  }
});

const words: readonly (readonly [sentence: string, first: string])[] = [
  ["every hour", "every hour, counted from midnight"],
  ["every 90 minutes", "every 1 hour 30 minutes, counted from midnight"],
  ["every 45m 9:10-17:00", "every 45 minutes between 9:10 and 17:00, counted from the start"],
  [
    "every 45m 9:10-17:00 on weekdays",
    "on Monday to Friday every 45 minutes between 9:10 and 17:00, counted from the start",
  ],
  [
    "every month on the 31st or last day at 9:00",
    "on the 31st day of the month, or its last day where it has none, at 9:00",
  ],
  [
    "every month 3 weekdays before the last day at 9:00",
    "on the day 3 weekdays before the last day of the month at 9:00",
  ],
  [
    "every 2 weeks on monday at 9:00 from 2026-01-05",
    "every 2nd week, counted from that of 2026-01-05, on Monday at 9:00",
  ],
  [
    "every month on the 1st or next weekday at 9:00",
    "on the 1st day of the month, moved to the next weekday where that is a Saturday or Sunday, at 9:00",
  ],
  ["every 7h from 2026-01-01T00:00 on weekdays", "every 7 hours of elapsed time, counted from 2026-01-01 00:00"],
  ["every 3 minutes after completion", "3 minutes after its last run has ended, the first time at the start"],
  ["once 36h before 2026-12-25 9:00", "once at 1 day 12 hours before 2026-12-25 09:00"],
];

test.each(words)("%s in words", async (sentence, first) => {
  expect((await explain(sentence, { after })).jobs[0]?.words[0]).toBe(first);
});

test("what holds for all triggers of a job is said once, and single instants are counted by nobody", async () => {
  const text = `job brief {
  every weekday at 8:30
  every weekend at 10:00 except dec 25
  timezone Europe/Berlin
  run f
}
once at 2026-12-31T23:59 run g
`;
  const { jobs } = await explain(text, { after });
  expect(jobs[0]?.words).toEqual([
    "(1) on Monday to Friday at 8:30",
    "(2) on Saturday and Sunday at 10:00",
    "(2) never on December 25",
    "times are those of Europe/Berlin",
    "where the clocks change, a time that is left out happens right after the gap, and a repeated one happens the first time alone",
  ]);
  expect(jobs[1]).not.toHaveProperty("perDay");
});

test("a text that cannot be compiled is explained by its findings", async () => {
  const { diagnostics, jobs } = await explain("every weekday run f", { file: "x.sched" });
  expect(jobs).toEqual([]);
  expect(diagnostics).toMatchObject([{ code: "time/missing", file: "x.sched" }]);
});

test("what a calendar closes and opens, and until when it is known", async () => {
  const calendar =
    "calendar c {\n  weekend friday-saturday\n  holiday dec 25\n  open 2026-12-25\n  covers until 2028-12-31\n}\n";
  const { jobs } = await explain(`${calendar}every month on the last workday at 9:00 except c run f { calendar c }`);
  expect(jobs[0]?.words).toEqual([
    "on the last workday of the month at 9:00",
    "times are those of UTC",
    "never on the holidays on December 25, unless opened on 2026-12-25",
    "workdays are all days but those on Fridays, on Saturdays and on December 25; workdays all the same are those on 2026-12-25",
    "the dates of its calendar are known until 2028-12-31",
    "UTC has no changes of the clock",
  ]);
});
