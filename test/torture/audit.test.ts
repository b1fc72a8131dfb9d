/** The audit of the tortures sees what it is there to see: each fault is made here by hand. */
import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { audit, type Effect, type Findings } from "../../scripts/torture/service/audit.ts";
import type { BusyJob } from "../../scripts/torture/service/jobs.ts";
import type { FireRecord, ScheduleRow } from "../../src/runtime/scheduler/index.ts";
import { fireKey } from "../../src/runtime/scheduler/index.ts";
import { createSqliteStore } from "../../src/runtime/store/index.ts";
import { freshFile } from "../store/kit/place.ts";
import { plainSchedule } from "../store/kit/records.ts";

const job: BusyJob = {
  id: "job",
  trigger: { kind: "elapsed", zone: "UTC", every: 1_000, anchor: "1970-01-01T00:00:00Z", days: [{}] },
  policy: { limit: 4 },
  lasts: 0,
  fails: 0,
  listens: true,
  guarded: false,
};
const head: BusyJob = { ...job, id: "head", trigger: { kind: "startup" }, policy: {} };
const tail: BusyJob = {
  ...job,
  id: "tail",
  trigger: { kind: "after", all: [{ job: "head", ends: "completes" }] },
  policy: {},
};

const row: ScheduleRow = { ...plainSchedule("job"), since: 1_000, watermark: 4_000 };
const fire = (seconds: number, more: Partial<FireRecord> = {}): FireRecord => ({
  key: fireKey("job", seconds * 1_000),
  job: "job",
  fireAt: seconds * 1_000,
  origin: "schedule",
  state: "succeeded",
  attempt: 1,
  fence: 1,
  at: 0,
  ...more,
});
const effect = (seconds: number, more: Partial<Effect> = {}): Effect => ({
  key: fireKey("job", seconds * 1_000),
  attempt: 1,
  fence: 1,
  scheduledAt: seconds * 1_000,
  at: seconds * 1_000,
  pid: 1,
  ...more,
});

interface Past {
  readonly fires: readonly FireRecord[];
  readonly effects: readonly Effect[];
  readonly clockWentBack?: boolean;
  readonly promised?: readonly string[];
}

const good: Past = { fires: [1, 2, 3, 4].map((n) => fire(n)), effects: [1, 2, 3, 4].map((n) => effect(n)) };

async function found({ fires, effects, ...more }: Past): Promise<Findings> {
  const database = freshFile();
  const log = join(dirname(database), "effects.log");
  writeFileSync(log, effects.map((one) => `${JSON.stringify(one)}\n`).join(""));
  const store = createSqliteStore({ file: database });
  await store.open();
  const rows = [row, plainSchedule("head"), plainSchedule("tail")];
  await store.commit(rows.map((one) => ({ kind: "schedule", row: one })));
  await store.commit(fires.map((record) => ({ kind: "fire", record })));
  await store.close();
  return audit([job, head, tail], { database, effects: log, ...more });
}

test("what went well has nothing to say", async () => {
  expect(await found(good)).toEqual({ expected: 4, effects: 4, again: 0, lost: [], doubled: [], wrong: [] });
});

test("a run that was cut off and made again under the next attempt is no fault", async () => {
  const past = {
    fires: [...good.fires.slice(1), fire(1, { attempt: 2 })],
    effects: [
      effect(1),
      effect(1, { attempt: 2, pid: 2, fence: 2 }),
      ...[2, 3, 4].map((n) => effect(n, { pid: 2, fence: 2 })),
    ],
  };
  expect(await found(past)).toMatchObject({ again: 1, lost: [], doubled: [], wrong: [] });
});

test("a span that speaks for its fires is no fault", async () => {
  const past = { fires: [fire(1), fire(2, { state: "missed", attempt: 0, through: 4_000 })], effects: [effect(1)] };
  expect(await found(past)).toMatchObject({ lost: [], doubled: [], wrong: [] });
});

describe("it finds", () => {
  const without = (n: number) => good.fires.filter(({ fireAt }) => fireAt !== n * 1_000);

  test("a fire of the trigger without a record", async () => {
    const { lost } = await found({
      fires: without(3),
      effects: good.effects.filter((one) => one.scheduledAt !== 3_000),
    });
    expect(lost).toEqual(["job at 1970-01-01T00:00:03.000Z has no record"]);
  });

  test("a run that is said to have succeeded and never began", async () => {
    const { lost } = await found({ ...good, effects: good.effects.slice(1) });
    expect(lost).toEqual([expect.stringContaining("never began it")]);
  });

  test("a run that nobody ended", async () => {
    const { lost } = await found({ ...good, fires: [...without(2), fire(2, { state: "running" })] });
    expect(lost).toEqual([expect.stringContaining("is left running")]);
  });

  test("one attempt made twice", async () => {
    const { doubled } = await found({ ...good, effects: [...good.effects, effect(4)] });
    expect(doubled).toEqual([expect.stringContaining("began as 1,1, its record has 1")]);
  });

  test("an attempt that its record does not know", async () => {
    const { doubled } = await found({ ...good, effects: [...good.effects, effect(4, { attempt: 2 })] });
    expect(doubled).toEqual([expect.stringContaining("began as 1,2, its record has 1")]);
  });

  test("a run of a fire that was skipped", async () => {
    const { doubled } = await found({ ...good, fires: [...without(2), fire(2, { state: "skipped", attempt: 0 })] });
    expect(doubled).toEqual([expect.stringContaining("its record has 0")]);
  });

  test("a run without any record", async () => {
    const { doubled } = await found({ ...good, effects: [...good.effects, effect(9)] });
    expect(doubled).toEqual([expect.stringContaining("unrecorded")]);
  });

  test("a run that was promised to who asked for it and never came", async () => {
    const key = fireKey("job", 1_000);
    expect((await found({ ...good, promised: [key] })).lost).toEqual([]);
    expect((await found({ ...good, promised: ["job@never"] })).lost).toEqual([expect.stringContaining("was promised")]);
    expect((await found({ ...good, promised: [key, key] })).doubled).toEqual([
      expect.stringContaining("two who asked"),
    ]);
  });

  test("two processes at once", async () => {
    const pids = [1, 2, 1, 2].map((pid, n) => effect(n + 1, { pid, fence: pid }));
    const { doubled } = await found({ ...good, effects: pids });
    expect(doubled).toEqual(expect.arrayContaining([expect.stringContaining("after another took over")]));
  });

  test("a run before its time, unless the clock went back", async () => {
    const early = { ...good, effects: [...good.effects.slice(1), effect(1, { at: 999 })] };
    expect((await found(early)).wrong).toEqual([expect.stringContaining("began early")]);
    expect((await found({ ...early, clockWentBack: true })).wrong).toEqual([]);
  });

  test("more runs than the limit, and a chain that broke", async () => {
    const { wrong } = await found({
      fires: [...good.fires, fire(5), { ...fire(1), key: "head@1", job: "head" }],
      effects: [...good.effects, effect(5), effect(1, { key: "head@1" })],
    });
    expect(wrong).toEqual(["job ran 5 times, its limit is 4", "head ended 1 times and made 0 fires of tail"]);
  });
});
