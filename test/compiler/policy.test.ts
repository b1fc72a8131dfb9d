/** Settings in force, and every policy of the language in the plan. */
import { check } from "schedc";
import { expect, test } from "vitest";
import { jobOf, planOf } from "./plan-of.ts";

const rows: readonly (readonly [written: string, policy: object])[] = [
  ["", { max: 1, overlap: "skip", coalesce: "latest", grace: 60_000, catchUp: { mode: "none" } }],
  ["", { retry: { times: 0, wait: 0, backoff: "fixed", jitter: false }, paused: false, priority: 0 }],
  ["", { interrupted: "rerun", onDuplicate: "fail", tags: [], renamedFrom: [] }],
  ["max 3 overlap queue up to 5", { max: 3, overlap: "queue", queue: 5 }],
  ["overlap replace", { overlap: "replace" }],
  ["coalesce", { coalesce: "latest" }],
  ["coalesce none", { coalesce: "none" }],
  ["grace 1h30m", { grace: 5_400_000 }],
  ["grace 2 days", { grace: 172_800_000 }],
  ["catch up all within 6h", { catchUp: { mode: "all", within: 21_600_000 } }],
  ["retry 3", { retry: { times: 3, wait: 0, backoff: "fixed", jitter: false } }],
  [
    "retry 5 times wait 10s backoff exponential up to 5m with jitter",
    { retry: { times: 5, wait: 10_000, backoff: "exponential", upTo: 300_000, jitter: true } },
  ],
  ["timeout 5m", { timeout: 300_000 }],
  ["jitter 10m", { jitter: 600_000 }],
  ["spread 30m", { spread: 1_800_000 }],
  ["limit 10 runs", { limit: 10 }],
  [
    'when isLeader unless down("eu", 3)',
    { when: { task: "isLeader", args: [] }, unless: { task: "down", args: ["eu", 3] } },
  ],
  ["paused", { paused: true }],
  ["priority 7", { priority: 7 }],
  ["must succeed within 2h", { deadline: 7_200_000 }],
  ["interrupted drop", { interrupted: "drop" }],
  ['tags billing, "end of day"', { tags: ["billing", "end of day"] }],
  ['renamed from "old"', { renamedFrom: ["old"] }],
  ["on duplicate replace", { onDuplicate: "replace" }],
  [
    "on failure run alert(@id) on success run note on missed run page",
    {
      onFailure: { task: "alert", args: [{ runtime: "id" }] },
      onSuccess: { task: "note", args: [] },
      onMissed: { task: "page", args: [] },
    },
  ],
];

test.each(rows)("%s", async (written, policy) => {
  expect((await jobOf(`every day at 9:00 run f ${written}\n`)).policy).toMatchObject(policy);
});

test("arguments are data", async () => {
  const { task, args } = await jobOf(
    'import { Kind } from "./kinds.ts"\nevery day at 9:00 run reports.send("x", 3, true, null, [1], {a: {"b c": @ctx}}, Kind.weekly)\n',
  );
  expect(task).toBe("reports.send");
  expect(args).toEqual([
    "x",
    3,
    true,
    null,
    [1],
    { object: { a: { object: { "b c": { runtime: "ctx" } } } } },
    { reference: "Kind.weekly" },
  ]);
});

test("a setting nearer to the job replaces the one further out", async () => {
  const { jobs } = await planOf(
    `defaults {
  timezone Europe/Berlin
  grace 5m
  retry 3 times wait 10s
}
group night {
  timezone Asia/Tokyo
  retry 1
  job backup {
    every day at 2:00
    run backup
    grace 1m
  }
  group deep {
    every day at 3:00 run sweep in_UTC
  }
}
every day at 4:00 in America/New_York run f
`.replace(" in_UTC", ""),
  );
  expect(
    jobs.map(({ id, trigger, policy }) => [
      id,
      "zone" in trigger && trigger.zone,
      policy.grace,
      policy.retry.times,
      policy.retry.wait,
    ]),
  ).toEqual([
    ["f", "America/New_York", 300_000, 3, 10_000],
    ["night.backup", "Asia/Tokyo", 60_000, 1, 0],
    ["night.deep.sweep", "Asia/Tokyo", 300_000, 1, 0],
  ]);
});

test("the config's zone is that of jobs for which no file names one", async () => {
  const files = { "a.sched": "every day at 9:00 run f\nevery day at 9:00 in UTC run g\n" };
  const { plan } = await check({ files, config: { timezone: "Europe/Berlin" } });
  expect(plan.jobs.map(({ trigger }) => "zone" in trigger && trigger.zone)).toEqual(["Europe/Berlin", "UTC"]);
});

test("after names a job of its own group first, then outwards", async () => {
  const { jobs } = await planOf(`every day at 1:00 run extract
group night {
  every day at 2:00 run load
  after load succeeds and extract fails run report
}
`);
  expect(jobs.find(({ id }) => id === "night.report")?.trigger).toEqual({
    kind: "after",
    all: [
      { job: "extract", ends: "fails" },
      { job: "night.load", ends: "succeeds" },
    ],
  });
});

test("ids", async () => {
  const { jobs } = await planOf(`group a {
  job one {
    every day at 9:00
    run x.y
    name "The one"
  }
  every day at 9:00 run x.z
  every day at 9:00 run x.z id "whole"
}
`);
  expect(jobs.map(({ id, name }) => [id, name])).toEqual([
    ["a.one", "The one"],
    ["a.z", "a.z"],
    ["whole", "whole"],
  ]);
});
