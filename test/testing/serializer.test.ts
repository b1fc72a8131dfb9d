/** What snapshots of fires look like. */
import "schedc/testing/vitest";
import type { Schedule } from "schedc/runtime";
import { fireTimes, simulate } from "schedc/testing";
import { describe, expect, test } from "vitest";
import { HOUR, MINUTE } from "../scheduler/kit/triggers.ts";
import { business, custom, night, quarters, schedule } from "./kit/schedule.ts";

const berlin: Schedule<"slow" | "late" | "shaky", { mail(attempt: number): void }> = {
  version: 1,
  source: "berlin.sched",
  jobs: {
    slow: { trigger: { ...business, times: { hours: [9, 10, 11], minutes: [0, 30], seconds: [0] } }, run: () => {} },
    late: { trigger: night, policy: { jitter: 5 * MINUTE }, run: () => {} },
    shaky: {
      trigger: { ...night, zone: "America/New_York" },
      policy: { retry: { times: 2, wait: MINUTE, backoff: "fixed", jitter: false } },
      run: ({ attempt }, tasks) => tasks.mail(attempt),
    },
  },
};
const span = { from: "2026-03-27T00:00:00+01:00", until: "2026-03-28T00:00:00+01:00" };

describe("a simulation", () => {
  test("is a table: local times with their zone, fate, what there is to say", async () => {
    expect(await simulate(berlin, { ...span, durations: { slow: 45 * MINUTE } })).toMatchInlineSnapshot(`
      Fri 2026-03-27T02:30:00+01:00 Europe/Berlin     late   succeeded  4m44s late
      Fri 2026-03-27T02:30:00-04:00 America/New_York  shaky  succeeded
      Fri 2026-03-27T09:00:00+01:00 Europe/Berlin     slow   succeeded  took 45m
      Fri 2026-03-27T09:30:00+01:00 Europe/Berlin     slow   skipped    overlap
      Fri 2026-03-27T10:00:00+01:00 Europe/Berlin     slow   succeeded  took 45m
      Fri 2026-03-27T10:30:00+01:00 Europe/Berlin     slow   skipped    overlap
      Fri 2026-03-27T11:00:00+01:00 Europe/Berlin     slow   succeeded  took 45m
      Fri 2026-03-27T11:30:00+01:00 Europe/Berlin     slow   skipped    overlap
    `);
  });

  test("with tasks shows attempts and errors", async () => {
    const mail = (attempt: number): void => {
      if (attempt < 3) throw new Error("not ready");
    };
    const fires = await simulate(berlin, { ...span, tasks: { mail } });
    expect(fires.filter(({ job }) => job === "shaky")).toMatchInlineSnapshot(
      `Fri 2026-03-27T02:30:00-04:00 America/New_York  shaky  succeeded  took 2m, 3 attempts`,
    );
    const never = await simulate(berlin, { ...span, tasks: { mail: () => expect.fail("broken") } });
    expect(never.find(({ job }) => job === "shaky")).toMatchInlineSnapshot(
      `Fri 2026-03-27T02:30:00-04:00 America/New_York  shaky  failed  took 2m, 3 attempts, AssertionError: broken`,
    );
  });

  test("leaves every other value alone", () => {
    expect([]).toMatchInlineSnapshot("[]");
    expect([{ job: "x" }]).toMatchInlineSnapshot(`
      [
        {
          "job": "x",
        },
      ]
    `);
  });
});

describe("fireTimes", () => {
  test("are texts with weekday, offset and zone", () => {
    expect(fireTimes(schedule.jobs["night.backup"], { from: "2026-03-28", until: "2026-03-31" })).toEqual([
      "Sat 2026-03-28T02:30:00+01:00 Europe/Berlin",
      "Sun 2026-03-29T03:00:00+02:00 Europe/Berlin",
      "Mon 2026-03-30T02:30:00+02:00 Europe/Berlin",
    ]);
  });

  test("end where they are told to", () => {
    expect(fireTimes(quarters, { from: "2026-10-25", limit: 3 })).toHaveLength(3);
    expect(fireTimes(quarters, { from: "2026-10-25", until: "2026-10-26" })).toHaveLength(100);
    expect(fireTimes(quarters, { from: "2026-10-25" })).toHaveLength(1_000);
    expect(fireTimes(custom, { from: "2026-10-25", until: "2026-10-25T12:00:00.001" })).toEqual([
      "Sun 2026-10-25T12:00:00Z UTC",
    ]);
  });

  test("show parts of a second and odd offsets", () => {
    const trigger = { kind: "instants", zone: "Africa/Monrovia", at: ["1970-01-01T12:00:00.250"] } as const;
    expect(fireTimes(trigger, { from: "1970-01-01" })).toEqual([
      "Thu 1970-01-01T12:00:00.250-00:44:30 Africa/Monrovia",
    ]);
    const elapsed = { kind: "elapsed", zone: "UTC", every: HOUR, anchor: "2026-01-01T00:00:00Z", days: [{}] } as const;
    expect(fireTimes(elapsed, { from: "2026-01-01", limit: 1 })).toEqual(["Thu 2026-01-01T00:00:00Z UTC"]);
  });

  test("are not there for what follows other jobs", () => {
    expect(() => fireTimes({ schedule, id: "afterwards" }, { from: 0 })).toThrow("no fire times of its own");
  });
});
