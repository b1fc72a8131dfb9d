/** `schedc why`: which clause says no, and what the clock makes of an instant. */
import { expect, test } from "vitest";
import { folderOf } from "./run-cli.ts";

const jobs = `every weekday 9-17 at :30 in Europe/Berlin run businessTask

job night {
  every day at 2:30, 3:00 except 2026-12-24, 12:00-13:00
  every 3 weeks on monday at 2:30 from 2026-01-07
  timezone Europe/Berlin
  run night
  spread 10m
  when isOpen
}

window work = weekdays 8:00-18:00
every month on the last weekday during work at 17:00 except dec from 2026-02-01 run closeBooks
every hour on weekdays from 2026-01-01T00:30Z run tick
every 2 hours 22:00-4:00 on friday except 23:30-0:30 run tail
every week on the last weekday at 9:00 in jun run weekly
every month on the 31st or last day at 9:00 in feb, mar run clamped
every hour in Europe/Berlin run both
every day at 2:30 in Europe/Berlin run skip { dst gap skip }
once at 2026-06-01 9:00 run once
cron "0 9 * * 1" except 12:00-13:00 run classic
every 10 minutes after completion run poll
`;

const rows = [
  ["businessTask 2026-11-24T12:30", "fires", ["times: 2026-11-24 is one of its days, 12:30 one of its times"]],
  [
    "businessTask 2026-11-28T12:45",
    "stays",
    [
      "times: 12:45 is none of its times; the nearest are 12:30 and 13:30 @ 9-17 at :30",
      "days: Saturday 2026-11-28 is none of the days that it names @ weekday",
    ],
  ],
  [
    "night 2026-03-29T02:30",
    "fires",
    [
      "times: 2026-03-29 is one of its days, 03:00 one of its times",
      "dst: moved from 02:30, which does not exist on 2026-03-29 in Europe/Berlin (`dst gap after`)",
      "days: the week of Sunday 2026-03-29 is not counted: every 3 weeks from 2026-01-05 @ 3 weeks",
      "days: Sunday 2026-03-29 is not `on monday` @ on monday",
    ],
  ],
  [
    "night 2026-10-25T01:30Z",
    "stays",
    ["dst: 02:30 comes twice that day, and this is the second pass; `dst overlap first` keeps the first"],
  ],
  [
    "night 2026-10-25T00:30Z",
    "fires",
    ["dst: the first pass of a time that comes twice that day (`dst overlap first`)"],
  ],
  ["night 2026-12-24T02:30", "stays", ["exception: `except 2026-12-24` takes it out @ 2026-12-24"]],
  [
    "night 2026-01-26T02:30",
    "fires",
    [
      "merge: other triggers of the job fire then too; together they are one fire",
      "policy: `spread 10m` starts it later by the job's own delay @ spread 10m",
    ],
  ],
  ["closeBooks 2026-12-31T17:00", "stays", ["exception: `except dec` takes it out @ dec"]],
  ["closeBooks 2026-01-30T17:00", "stays", ["bound: it lies before `from 2026-02-01` @ from 2026-02-01"]],
  ["closeBooks 2026-10-30T19:00", "stays", ["window: it lies outside `during work` @ during work"]],
  [
    "closeBooks 2026-10-31T17:00",
    "stays",
    ["days: Saturday 2026-10-31 is not `on the last weekday` @ on the last weekday"],
  ],
  [
    "tick 2026-11-24T12:00",
    "stays",
    ["times: no step falls here; the nearest are 2026-11-24 11:30 and 2026-11-24 12:30 @ hour"],
  ],
  ["tail 2026-11-28T02:00", "fires", ["times: 2026-11-28 is one of its days"]],
  ["tail 2026-11-28T00:00", "stays", ["exception: `except 23:30-0:30` takes it out @ 23:30-0:30"]],
  ["tail 2026-11-27T02:00", "stays", ["days: Thursday 2026-11-26 is not `on friday`"]],
  ["weekly 2026-07-31T09:00", "stays", ["days: Friday 2026-07-31 is not `in jun` @ in jun"]],
  [
    "weekly 2026-06-04T09:00",
    "stays",
    ["days: Thursday 2026-06-04 is not `on the last weekday` @ on the last weekday"],
  ],
  ["clamped 2026-02-28T09:00", "fires", ["times: 2026-02-28 is one of its days"]],
  [
    "both 2026-10-25T01:00Z",
    "fires",
    ["dst: the second pass of a time that comes twice that day (`dst overlap both`)"],
  ],
  ["skip 2026-03-29T01:00Z", "stays", ["dst: 02:30 does not exist that day, and `dst gap skip` does not move it here"]],
  ["once 2026-06-01T10:00", "stays", ["times: it is none of the instants named"]],
  ["classic 2026-11-24T09:00", "stays", ['days: Tuesday 2026-11-24 is none of its days @ "0 9 * * 1"']],
  ["poll 2026-11-24T09:00", "unknown", ["unknown: it fires so long after its last run ended"]],
] as const;

interface Reason {
  readonly kind: string;
  readonly text: string;
  readonly clause: string;
  readonly range: { readonly start: { readonly offset: number }; readonly end: { readonly offset: number } };
}

test.each(rows)("%s", async (line, verdict, reasons) => {
  const folder = folderOf({ "jobs.sched": jobs });
  const { code, out, err } = await folder.run(["why", ...line.split(" "), "--format", "json"]);
  expect([code, err]).toEqual([0, ""]);
  const said = JSON.parse(out) as {
    readonly fires: boolean | null;
    readonly triggers: readonly { readonly reasons: readonly Reason[] }[];
    readonly policies: readonly Reason[];
  };
  expect(said.fires === null ? "unknown" : said.fires ? "fires" : "stays").toBe(verdict);
  const found = [...said.triggers.flatMap((one) => one.reasons), ...said.policies];
  for (const { clause, range } of found) expect(jobs.slice(range.start.offset, range.end.offset)).toBe(clause);
  const texts = found.map(({ kind, text, clause }) => `${kind}: ${text} @ ${clause}`);
  for (const reason of reasons) {
    expect(
      texts.some((text) => text.startsWith(reason)),
      `${reason}\nin\n${texts.join("\n")}`,
    ).toBe(true);
  }
});

test("is said to people with places and the fires around", async () => {
  const folder = folderOf({ "jobs.sched": jobs });
  const { code, out } = await folder.run(["why", "businessTask", "2026-11-28T12:45", "jobs.sched"]);
  expect(code).toBe(0);
  expect(out).toBe(`businessTask  jobs.sched  Europe/Berlin
  Sat 2026-11-28 12:45:00 +01:00: it does not fire
  every weekday 9-17 at :30 in Europe/Berlin
    12:45 is none of its times; the nearest are 12:30 and 13:30  jobs.sched:1:15
    Saturday 2026-11-28 is none of the days that it names  jobs.sched:1:7
  before  Fri 2026-11-27 17:30:00 +01:00
  after   Mon 2026-11-30 09:30:00 +01:00
`);
});

test("names the jobs there are, and refuses what is no instant", async () => {
  const folder = folderOf({ "jobs.sched": "every day at 9:00 run report\n" });
  const unknown = await folder.run(["why", "reports", "2026-11-28T12:45"]);
  expect([unknown.code, unknown.err]).toEqual([2, "schedc: there is no job reports; there is report\n"]);
  expect((await folder.run(["why", "report", "noon"])).code).toBe(2);
});
