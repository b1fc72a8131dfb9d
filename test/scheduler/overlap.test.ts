/** `max` and what a fire does that finds as many runs under way. */
import { describe, expect, test } from "vitest";
import type { PartialPolicy } from "../../src/runtime/model/index.ts";
import { createRig } from "./kit/rig.ts";
import { every, MINUTE, SECOND } from "./kit/triggers.ts";

/** A job of every minute whose runs last two and a half, for five minutes. */
async function fiveMinutes(policy: PartialPolicy, stubborn = false) {
  const rig = createRig("2024-01-01T00:00:30Z");
  rig.job({
    trigger: every(MINUTE),
    policy: { grace: 10 * MINUTE, ...policy },
    run: ({ signal }) => rig.clock.wait(150 * SECOND, stubborn ? undefined : signal),
  });
  await rig.scheduler.start();
  await rig.clock.advanceTo("2024-01-01T00:05:59Z");
  return rig.lines("run.started", "run.succeeded", "run.failed", "fire.skipped");
}

const table: readonly [what: string, policy: PartialPolicy, lines: readonly string[]][] = [
  [
    "skip",
    { overlap: "skip" },
    [
      "00:01:00 run.started job@00:01:00",
      "00:02:00 fire.skipped job@00:02:00 overlap",
      "00:03:00 fire.skipped job@00:03:00 overlap",
      "00:03:30 run.succeeded job@00:01:00",
      "00:04:00 run.started job@00:04:00",
      "00:05:00 fire.skipped job@00:05:00 overlap",
    ],
  ],
  [
    "max 2 skip",
    { max: 2 },
    [
      "00:01:00 run.started job@00:01:00",
      "00:02:00 run.started job@00:02:00",
      "00:03:00 fire.skipped job@00:03:00 overlap",
      "00:03:30 run.succeeded job@00:01:00",
      "00:04:00 run.started job@00:04:00",
      "00:04:30 run.succeeded job@00:02:00",
      "00:05:00 run.started job@00:05:00",
    ],
  ],
  [
    "queue up to 1",
    { overlap: "queue", queue: 1 },
    [
      "00:01:00 run.started job@00:01:00",
      "00:03:00 fire.skipped job@00:03:00 overlap",
      "00:03:30 run.succeeded job@00:01:00",
      "00:03:30 run.started job@00:02:00",
      "00:05:00 fire.skipped job@00:05:00 overlap",
    ],
  ],
  [
    "a queue waits longer than grace",
    { overlap: "queue", grace: SECOND },
    ["00:01:00 run.started job@00:01:00", "00:03:30 run.succeeded job@00:01:00", "00:03:30 run.started job@00:02:00"],
  ],
  [
    "replace",
    { overlap: "replace" },
    [
      "00:01:00 run.started job@00:01:00",
      "00:02:00 run.failed job@00:01:00",
      "00:02:00 run.started job@00:02:00",
      "00:03:00 run.failed job@00:02:00",
      "00:03:00 run.started job@00:03:00",
      "00:04:00 run.failed job@00:03:00",
      "00:04:00 run.started job@00:04:00",
      "00:05:00 run.failed job@00:04:00",
      "00:05:00 run.started job@00:05:00",
    ],
  ],
  [
    "allow knows no max",
    { overlap: "allow" },
    [
      "00:01:00 run.started job@00:01:00",
      "00:02:00 run.started job@00:02:00",
      "00:03:00 run.started job@00:03:00",
      "00:03:30 run.succeeded job@00:01:00",
      "00:04:00 run.started job@00:04:00",
      "00:04:30 run.succeeded job@00:02:00",
      "00:05:00 run.started job@00:05:00",
      "00:05:30 run.succeeded job@00:03:00",
    ],
  ],
];

test.each(table)("%s", async (_what, policy, lines) => {
  expect(await fiveMinutes(policy)).toEqual(lines);
});

describe("replace", () => {
  test("waits for a handler that does not listen, and the newest fire alone gets its place", async () => {
    expect(await fiveMinutes({ overlap: "replace" }, true)).toEqual([
      "00:01:00 run.started job@00:01:00",
      "00:02:00 run.failed job@00:01:00",
      "00:03:00 fire.skipped job@00:02:00 replaced",
      "00:03:30 run.started job@00:03:00",
      "00:04:00 run.failed job@00:03:00",
      "00:05:00 fire.skipped job@00:04:00 replaced",
    ]);
  });

  test("tells the handler why by its signal, and does not retry", async () => {
    const rig = createRig("2024-01-01T00:00:30Z");
    const reasons: unknown[] = [];
    rig.job({
      trigger: every(MINUTE),
      policy: { overlap: "replace", retry: { times: 3, wait: 0, backoff: "fixed", jitter: false } },
      run: async ({ signal }) => {
        signal.addEventListener("abort", () => reasons.push((signal.reason as { code: string }).code));
        await rig.clock.wait(10 * MINUTE, signal);
      },
    });
    await rig.scheduler.start();
    await rig.clock.advanceTo("2024-01-01T00:02:30Z");
    expect(reasons).toEqual(["run/replaced"]);
    expect(rig.events("run.failed")[0]?.error).toMatchObject({ name: "SchedcError", code: "run/replaced" });
    expect(rig.lines("run.retrying")).toEqual([]);
  });

  test("ends the oldest of two", async () => {
    expect((await fiveMinutes({ overlap: "replace", max: 2 })).slice(0, 5)).toEqual([
      "00:01:00 run.started job@00:01:00",
      "00:02:00 run.started job@00:02:00",
      "00:03:00 run.failed job@00:01:00",
      "00:03:00 run.started job@00:03:00",
      "00:04:00 run.failed job@00:02:00",
    ]);
  });
});
