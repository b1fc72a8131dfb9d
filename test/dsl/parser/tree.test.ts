import { describe, expect, test } from "vitest";
import { type BodyItem, type Clause, parse, type TopStatement } from "../../../src/dsl/index.ts";

function statement(text: string): TopStatement {
  const { file, findings } = parse(text);
  expect(findings).toEqual([]);
  const [only] = file.statements;
  if (!only) throw new Error("no statement");
  return only;
}

/** The items of a sentence around the given words. */
function body(sentence: string): readonly BodyItem[] {
  const job = statement(sentence);
  return job.kind === "job" ? job.body : [];
}

function clauses(words: string): readonly Clause[] {
  const [trigger] = body(`every day ${words} run f`);
  return trigger?.kind === "every" ? trigger.clauses : [];
}

describe("heads", () => {
  test.each([
    [
      "every 15m",
      { kind: "count", count: { parts: [{ amount: 15, unit: "minute" }], form: "short" }, afterCompletion: false },
    ],
    [
      "every 1h30m",
      {
        kind: "count",
        count: {
          parts: [
            { amount: 1, unit: "hour" },
            { amount: 30, unit: "minute" },
          ],
        },
      },
    ],
    ["every 15 minutes", { kind: "count", count: { parts: [{ amount: 15, unit: "minute" }], form: "words" } }],
    ["every 5 minutes after completion", { kind: "count", afterCompletion: true }],
    ["every quarter", { kind: "unit", unit: "quarter" }],
    ["every Mon-FRI, sunday and weekend", { kind: "days", days: [{ from: 1, to: 5 }, { from: 7 }, { of: "weekend" }] }],
  ])("%s", (words, head) => {
    expect(body(`${words} run f`)[0]).toMatchObject({ kind: "every", head });
  });
});

describe("clauses", () => {
  test.each<[words: string, clause: unknown]>([
    ["9-17, 20-22", { kind: "ranges", ranges: [{ kind: "hours", from: { value: 9 } }, { to: { value: 22 } }] }],
    [
      "9:00-24:00",
      { kind: "ranges", ranges: [{ kind: "clocks", from: { seconds: 32_400 }, to: { seconds: 86_400 } }] },
    ],
    [
      "at 9:00:15, noon, 5pm",
      { items: [{ seconds: 32_415 }, { form: "noon", seconds: 43_200 }, { form: "ampm", seconds: 61_200 }] },
    ],
    [
      "at :30, :45:15",
      {
        items: [
          { minute: 30, second: 0 },
          { minute: 45, second: 15 },
        ],
      },
    ],
    ["at random", { kind: "at", random: true, items: [] }],
    ["at due", { items: [{ kind: "parameter", name: "due" }] }],
    ["on mondays", { kind: "on", what: { kind: "days", days: [{ from: 1 }] } }],
    [
      "on dec 24 to jan 2",
      { what: { kind: "yearDays", days: [{ from: { month: 12, day: 24 }, to: { month: 1, day: 2 } }] } },
    ],
    [
      "on the 1st, the 15th-20th and last day",
      { what: { nths: [{ nth: 1 }, { nth: 15, to: 20 }, { nth: -1, day: "day" }] } },
    ],
    ["on the 3rd last friday", { what: { nths: [{ nth: -3, day: 5 }] } }],
    ["on the first monday after the 15th", { what: { nths: [{ nth: 1, day: 1, rel: { side: "after", nth: 15 } }] } }],
    ["on the 31st or last day", { adjust: { kind: "clamp" } }],
    ["on the 15th or nearest weekday", { adjust: { kind: "move", to: "nearest", day: "weekday" } }],
    [
      "3 workdays before the last day",
      { kind: "offset", side: "before", count: { parts: [{ amount: 3, unit: "workday" }] }, of: { nth: -1 } },
    ],
    ["30m before midnight", { kind: "offset", of: { kind: "clock", form: "midnight" } }],
    ["in Europe/Berlin", { kind: "inZone", zone: { text: "Europe/Berlin" } }],
    ["in UTC", { kind: "inZone", zone: { text: "UTC" } }],
    ["in mar-may, DEC", { kind: "inMonths", months: [{ from: 3, to: 5 }, { from: 12 }] }],
    ["in odd weeks", { kind: "inWeeks", parity: "odd" }],
    ["during a or b", { kind: "during", windows: [{ text: "a" }, { text: "b" }] }],
    ["from 2026-01-31", { kind: "from", instant: { kind: "date", year: 2026, month: 1, day: 31 } }],
    ["until 2026-01-31T09:00-09:30", { kind: "until", instant: { kind: "dateTime", seconds: 32_400, offset: -570 } }],
    ["until 2026-01-31T09:00:15Z", { instant: { seconds: 32_415, offset: 0 } }],
    [
      "except maintenance, 12:00-13:00 or 4:00, sunday, 12-13",
      { items: [{ kind: "named" }, { kind: "clocks" }, { kind: "clock" }, { from: 7 }, { kind: "hours" }] },
    ],
    [
      "except 2026-01-01 to 2026-01-05, 2026-02-01T09:00 to 2026-02-01T10:00, the 1st monday, dec 25, dec, jan-feb, dec 24 to jan 2",
      {
        items: [
          { kind: "dateSpan", to: { day: 5 } },
          { kind: "instantSpan", to: { seconds: 36_000 } },
          { kind: "nth", nth: 1, day: 1 },
          { kind: "yearDays", from: { month: 12, day: 25 } },
          { kind: "months", month: { from: 12 } },
          { kind: "months", month: { from: 1, to: 2 } },
          { kind: "yearDays", to: { month: 1, day: 2 } },
        ],
      },
    ],
  ])("%s", (words, clause) => {
    expect(clauses(words)).toHaveLength(1);
    expect(clauses(words)[0]).toMatchObject(clause as object);
  });

  test("a local instant has no offset", () => {
    expect(clauses("from 2026-01-31T09:00")[0]).toMatchObject({ instant: { kind: "dateTime" } });
    expect(JSON.stringify(clauses("from 2026-01-31T09:00"))).not.toContain("offset");
  });
});

describe("other triggers", () => {
  test.each<[words: string, trigger: unknown]>([
    [
      "once at 2026-12-25 9:00, 2026-12-26T09:00 in UTC",
      { kind: "once", what: { points: [{ kind: "dateClock" }, { kind: "dateTime" }] }, zone: { text: "UTC" } },
    ],
    ["once on startup", { what: { kind: "startup" } }],
    ["once 3 days before due", { what: { kind: "offset", side: "before", point: { kind: "parameter", name: "due" } } }],
    [
      "after night.extract succeeds and b fails",
      {
        kind: "after",
        parts: [{ verb: "succeeds", path: { names: [{ text: "night" }, { text: "extract" }] } }, { verb: "fails" }],
      },
    ],
    [
      'cron "0 9 * * *" in UTC until 2026-12-31 except dec during w',
      {
        kind: "cron",
        expression: { value: "0 9 * * *" },
        clauses: [{ kind: "inZone" }, { kind: "until" }, { kind: "except" }, { kind: "during" }],
      },
    ],
    [
      "custom sunset(51.5, -0.1) from 2026-01-01",
      { kind: "custom", call: { args: [{ value: 51.5 }, { value: -0.1 }] }, clauses: [{ kind: "from" }] },
    ],
  ])("%s", (words, trigger) => {
    expect(body(`${words} run f`)[0]).toMatchObject(trigger as object);
  });
});

test("calls take TypeScript's literals", () => {
  const text =
    'every hour run a.b("x\\n\\u{1F600}", 3, true, null, cfg.id, @ctx, [1, [2]], {a: 30, "b c": {}}, 2026-01-31, 9:00, 15m)';
  expect(body(text)[1]).toMatchObject({
    kind: "run",
    call: {
      path: { names: [{ text: "a" }, { text: "b" }] },
      args: [
        { kind: "string", value: "x\n😀" },
        { kind: "number", value: 3, text: "3" },
        { kind: "literal", value: true },
        { kind: "literal", value: null },
        { kind: "reference", path: { names: [{ text: "cfg" }, { text: "id" }] } },
        { kind: "runtime", name: "ctx" },
        { kind: "list", items: [{ value: 1 }, { kind: "list" }] },
        {
          kind: "object",
          pairs: [
            { key: { text: "a" }, quoted: false, value: { value: 30 } },
            { key: { text: "b c" }, quoted: true, value: { kind: "object", pairs: [] } },
          ],
        },
        { kind: "moment", text: "2026-01-31" },
        { kind: "moment", text: "9:00" },
        { kind: "moment", text: "15m" },
      ],
    },
  });
});

describe("policies", () => {
  test.each<[words: string, policy: unknown]>([
    ["max 2", { policy: "max", value: { value: 2 } }],
    ["overlap queue up to 3", { policy: "overlap", mode: "queue", upTo: { value: 3 } }],
    ["coalesce", { policy: "coalesce" }],
    ["coalesce earliest", { mode: "earliest" }],
    ["grace 5m", { policy: "grace", count: { form: "short" } }],
    ["catch up all within 2 hours", { policy: "catchUp", mode: "all", within: { form: "words" } }],
    ["retry 3", { policy: "retry", times: { value: 3 }, jitter: false }],
    [
      "retry 5 times wait 10s backoff exponential up to 5m with jitter",
      { times: { value: 5 }, wait: {}, backoff: "exponential", upTo: {}, jitter: true },
    ],
    ["timeout 1m", { policy: "timeout" }],
    ["jitter 1m", { policy: "jitter" }],
    ["spread 1m", { policy: "spread" }],
    ["limit 1 run", { policy: "limit", runs: { value: 1 } }],
    ["when isLeader", { policy: "when" }],
    ["unless isDown(1)", { policy: "unless", call: { args: [{ value: 1 }] } }],
    ["paused", { policy: "paused" }],
    ["priority 7", { policy: "priority", value: { value: 7 } }],
    ["dst gap shift", { policy: "dst", side: "gap", mode: "shift" }],
    ["dst overlap second", { side: "overlap", mode: "second" }],
    ["must succeed within 1h", { policy: "deadline" }],
    ["interrupted drop", { policy: "interrupted", mode: "drop" }],
    ['id "a"', { policy: "id", text: { value: "a" } }],
    ['name "a"', { policy: "name" }],
    ['tags run, "b c"', { policy: "tags", tags: [{ text: "run" }, { value: "b c" }] }],
    ['renamed from "a"', { policy: "renamedFrom" }],
    ["on missed run alert", { policy: "onEnd", event: "missed" }],
    ["on duplicate keep", { policy: "onDuplicate", mode: "keep" }],
  ])("%s", (words, policy) => {
    expect(body(`every hour run f ${words}`)[2]).toMatchObject({ kind: "policy", ...(policy as object) });
  });
});

describe("declarations", () => {
  test("imports", () => {
    expect(statement('import type { a, b as c } from "./t.ts"')).toMatchObject({
      kind: "import",
      typeOnly: true,
      names: [
        { name: { text: "a" }, star: false },
        { name: { text: "b" }, alias: { text: "c" }, star: false },
      ],
      from: { value: "./t.ts" },
    });
    expect(statement('import * as tasks from "./t.ts"')).toMatchObject({ typeOnly: false, names: [{ star: true }] });
  });

  test("defaults and groups", () => {
    expect(statement("defaults {\n timezone UTC\n calendar de\n max 1\n}")).toMatchObject({
      kind: "defaults",
      settings: [{ kind: "timezone" }, { kind: "useCalendar", name: { text: "de" } }, { kind: "policy" }],
    });
  });

  test("calendars", () => {
    const text = `calendar de {
  holiday dec 24 to dec 26 "Christmas"
  open 2026-10-10 to 2026-10-11
  holiday the last monday in may, sep
  include "de.ics"
  include other
  weekend fri-sat
  timezone Europe/Berlin
  covers until 2027-12-31
}`;
    expect(statement(text)).toMatchObject({
      kind: "calendar",
      entries: [
        { kind: "dates", open: false, dates: { kind: "yearDays" }, label: { value: "Christmas" } },
        { kind: "dates", open: true, dates: { kind: "dateSpan" } },
        { dates: { kind: "nthIn", nth: { nth: -1, day: 1 }, months: [{ from: 5 }, { from: 9 }] } },
        { kind: "include", what: { value: "de.ics" } },
        { kind: "include", what: { text: "other" } },
        { kind: "weekend", days: [{ from: 5, to: 6 }] },
        { kind: "timezone", zone: { text: "Europe/Berlin" } },
        { kind: "covers", until: { year: 2027 } },
      ],
    });
  });

  test("windows", () => {
    expect(statement("window w = weekdays 9-17 or day 22:00-6:00 in UTC")).toMatchObject({
      kind: "window",
      parts: [{ days: [{ of: "weekday" }] }, { days: [{ of: "day" }], ranges: [{ kind: "clocks" }] }],
      zone: { text: "UTC" },
    });
  });

  test("templates", () => {
    expect(statement('template t(a: string, b?: "x" | 1 | User[] = 3) { once at a\n run f(a) }')).toMatchObject({
      kind: "template",
      params: [
        { name: { text: "a" }, optional: false, types: [{ text: "string" }], list: false },
        { optional: true, types: [{ value: "x" }, { value: 1 }, { text: "User" }], list: true, default: { value: 3 } },
      ],
      body: [{ kind: "once" }, { kind: "run" }],
    });
  });

  test("expectations", () => {
    const text = `job j {
  every day at 9:00
  run f
  expect 2026-01-01 9:00, 2026-01-02T09:00 after 2025-12-31
  expect never on sunday
  expect 1 fires on 2026-01-01
  expect 365 fires from 2026-01-01 until 2026-12-31
  expect 7 fires every week
  expect 5 fires every weekday
}`;
    const job = statement(text);
    expect(job.kind === "job" ? job.body.slice(2) : []).toMatchObject([
      { what: { kind: "points", points: [{ kind: "dateClock" }, { kind: "dateTime" }], after: { kind: "date" } } },
      { what: { kind: "never", clauses: [{ kind: "on" }] } },
      { what: { kind: "count", fires: { value: 1 }, over: { kind: "date" } } },
      { what: { over: { kind: "span" } } },
      { what: { over: { kind: "every", unit: "week" } } },
      { what: { over: { kind: "every", days: [{ of: "weekday" }] } } },
    ]);
  });

  test("a sentence knows what stood before its block", () => {
    expect(statement("every hour run f max 1 { grace 5m }")).toMatchObject({ form: "sentence", inline: 3 });
    expect(statement("every hour run f max 1")).not.toHaveProperty("inline");
  });
});
