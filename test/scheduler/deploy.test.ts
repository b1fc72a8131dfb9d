/** What a deploy finds changed: told, and never fired for the past. */
import { describe, expect, test } from "vitest";
import type { JobSpec } from "../../src/runtime/model/index.ts";
import { createDisk, createDurableStore } from "./kit/durable-store.ts";
import { fires, type Job, process } from "./kit/process.ts";
import { createRig, type Rig } from "./kit/rig.ts";
import { every, HOUR, MINUTE, SECOND } from "./kit/triggers.ts";

describe("a deploy", () => {
  test("keeps what waits in a queue for the next process, and tells of nothing lost", async () => {
    const disk = createDisk();
    const job: Job = { trigger: every(MINUTE), policy: { overlap: "queue" }, lasts: 90 * SECOND };
    const first = await process(disk, "2024-01-01T00:00:30Z", job);
    await first.clock.advance(100 * SECOND);
    const stopped = first.scheduler.stop({ drain: HOUR });
    await first.clock.advance(MINUTE);
    await stopped;
    expect(first.lines("run.succeeded", "fire.skipped", "run.failed")).toEqual(["00:02:30 run.succeeded job@00:01:00"]);
    const rig = await process(disk, "2024-01-01T00:02:40Z", { ...job, lasts: 0 });
    expect(rig.lines("run.interrupted", "run.started")).toEqual(["00:02:40 run.started job@00:02:00"]);
  });

  test("that retimes a job fires no old time and says so", async () => {
    const disk = createDisk();
    const policy: JobSpec["policy"] = { catchUp: { mode: "all" } };
    await process(disk, "2024-01-01T00:00:30Z", { trigger: every(MINUTE), policy });
    const rig = await process(disk, "2024-01-01T00:05:10Z", { trigger: every(MINUTE, "2024-01-01T00:00:20Z"), policy });
    await rig.clock.advance(20 * SECOND);
    expect(rig.lines("job.retimed", "run.started", "fire.missed", "fire.skipped")).toEqual([
      "00:05:10 job.retimed job",
      "00:05:10 fire.skipped job@00:01:00 removed",
      "00:05:20 run.started job@00:05:20",
    ]);
    // One record for all that the old times had come to.
    expect(rig.events("fire.skipped")).toMatchObject([{ through: Date.parse("2024-01-01T00:05:00Z") }]);
  });

  test("that renames a job keeps watermark, limit, open fires and the times of its last end", async () => {
    const disk = createDisk();
    const policy: JobSpec["policy"] = { catchUp: { mode: "all" }, limit: 4, overlap: "queue" };
    const first = await process(disk, "2024-01-01T00:00:30Z", {
      id: "old",
      trigger: every(MINUTE),
      policy,
      lasts: 50 * SECOND,
    });
    await first.clock.advance(MINUTE + 40 * SECOND);
    const renamed: Job = { id: "new", trigger: every(MINUTE), policy: { ...policy, renamedFrom: ["old"] } };
    const rig = await process(disk, "2024-01-01T00:05:30Z", renamed);
    expect(rig.lines("job.renamed", "job.changed", "run.interrupted", "run.started", "fire.skipped")).toEqual([
      "00:05:30 job.renamed new",
      "00:05:30 run.interrupted new@00:02:00",
      "00:05:30 run.started new@00:02:00 #2",
      "00:05:30 run.started new@00:03:00",
      "00:05:30 run.started new@00:04:00",
      "00:05:30 fire.skipped new@00:05:00 limit",
    ]);
    expect(Object.keys(disk.content().schedules)).toEqual(["new"]);
    expect(rig.events("run.started")[0]?.key).toBe("old@2024-01-01T00:02:00Z");
  });

  test("that changes a policy or a name says which", async () => {
    const disk = createDisk();
    await process(disk, "2024-01-01T00:00:30Z", { trigger: every(MINUTE) });
    const rig = await process(disk, "2024-01-01T00:01:30Z", {
      trigger: every(MINUTE),
      name: "Job",
      policy: { max: 3 },
    });
    expect(rig.events("job.changed")).toEqual([{ job: "job", fields: ["name", "max"] }]);
    const again = await process(disk, "2024-01-01T00:02:30Z", {
      trigger: every(MINUTE),
      name: "Job",
      policy: { max: 3 },
    });
    expect(again.lines("job.changed", "job.retimed")).toEqual([]);
  });

  test("that changes it while the scheduler runs says so as well", async () => {
    const rig = await process(createDisk(), "2024-01-01T00:00:30Z", { trigger: every(MINUTE) });
    rig.job({ trigger: every(MINUTE), policy: { priority: 3 }, onDuplicate: "replace" });
    expect(rig.events("job.changed")).toEqual([{ job: "job", fields: ["priority", "onDuplicate"] }]);
  });
});

describe("pause", () => {
  const job = (paused?: boolean): Job => ({
    trigger: every(MINUTE),
    ...(paused !== undefined && { policy: { paused } }),
  });
  const isPaused = (rig: Rig) => rig.scheduler.jobs()[0]?.paused;

  test("by an operator outlives restarts", async () => {
    const disk = createDisk();
    const first = await process(disk, "2024-01-01T00:00:30Z", job());
    first.scheduler.job("job")?.pause();
    for (const minute of [1, 2]) {
      const rig = await process(disk, `2024-01-01T00:0${minute}:30Z`, job());
      expect([isPaused(rig), rig.lines("job.paused", "job.resumed")]).toEqual([true, []]);
    }
  });

  test("that a schedule no longer says, or says now, goes by the schedule, and is told of", async () => {
    const disk = createDisk();
    expect(isPaused(await process(disk, "2024-01-01T00:00:30Z", job(true)))).toBe(true);
    const resumed = await process(disk, "2024-01-01T00:01:30Z", job(false));
    expect([isPaused(resumed), resumed.lines("job.resumed")]).toEqual([false, ["00:01:30 job.resumed job"]]);
    const paused = await process(disk, "2024-01-01T00:02:30Z", job(true));
    expect([isPaused(paused), paused.lines("job.paused")]).toEqual([true, ["00:02:30 job.paused job"]]);
  });

  test("that an operator undid stays undone as long as the schedule says the same", async () => {
    const disk = createDisk();
    const first = await process(disk, "2024-01-01T00:00:30Z", job(true));
    first.scheduler.job("job")?.resume();
    expect(isPaused(await process(disk, "2024-01-01T00:01:30Z", job(true)))).toBe(false);
  });

  test("said before the start holds against both", async () => {
    const disk = createDisk();
    await process(disk, "2024-01-01T00:00:30Z", job(true));
    const rig = createRig("2024-01-01T00:01:30Z", { store: createDurableStore(disk) });
    rig.job(job(true)).resume();
    await rig.scheduler.start();
    expect(isPaused(rig)).toBe(false);
  });
});

describe("a job that nobody registers any more", () => {
  test("stops, is told of once, and its open fires end at the next start without it", async () => {
    const disk = createDisk();
    const first = await process(
      disk,
      "2024-01-01T00:00:30Z",
      { trigger: every(MINUTE), lasts: HOUR },
      { id: "stays", trigger: every(HOUR) },
    );
    await first.clock.advance(MINUTE);
    const second = await process(disk, "2024-01-01T00:02:30Z", { id: "stays", trigger: every(HOUR) });
    expect(second.lines("job.removed", "run.failed")).toEqual(["00:02:30 job.removed job"]);
    const third = await process(disk, "2024-01-01T00:03:30Z", { id: "stays", trigger: every(HOUR) });
    expect(third.lines("job.removed", "run.failed")).toEqual(["00:03:30 run.failed job@00:01:00"]);
    expect(fires(disk)).toMatchObject([{ state: "failed", reason: "removed" }]);
  });

  test("and comes after the start goes on as if it had been there", async () => {
    const disk = createDisk();
    const job: Job = { trigger: every(MINUTE), policy: { catchUp: { mode: "all" }, overlap: "queue" } };
    const first = await process(disk, "2024-01-01T00:00:30Z", { ...job, lasts: HOUR });
    await first.clock.advance(MINUTE);
    const rig = await process(disk, "2024-01-01T00:03:30Z");
    await rig.clock.advance(5 * SECOND);
    rig.job(job);
    expect(rig.lines("run.interrupted", "run.started")).toEqual([
      "00:03:35 run.interrupted job@00:01:00",
      "00:03:35 run.started job@00:01:00 #2",
      "00:03:35 run.started job@00:02:00",
      "00:03:35 run.started job@00:03:00",
    ]);
    expect(disk.content().schedules.job?.gone).toBeUndefined();
  });

  test("and comes back in a later deploy has lived on, but for what came while it was gone", async () => {
    const disk = createDisk();
    const job: Job = { trigger: every(MINUTE), policy: { catchUp: { mode: "all" }, limit: 2 } };
    const first = await process(disk, "2024-01-01T00:00:30Z", job);
    await first.clock.advance(MINUTE);
    await process(disk, "2024-01-01T00:03:30Z");
    const rig = await process(disk, "2024-01-01T00:06:30Z", job);
    await rig.clock.advance(2 * MINUTE);
    expect(rig.lines("run.started", "fire.skipped", "fire.missed")).toEqual([
      "00:07:00 run.started job@00:07:00",
      "00:08:00 fire.skipped job@00:08:00 limit",
    ]);
  });

  test("is forgotten after ninety days", async () => {
    const disk = createDisk();
    await process(disk, "2024-01-01T00:00:30Z", { trigger: every(MINUTE) });
    await process(disk, "2024-01-02T00:00:00Z");
    await process(disk, "2024-03-31T00:00:00Z");
    expect(Object.keys(disk.content().schedules)).toEqual(["job"]);
    await process(disk, "2024-04-02T00:00:00Z");
    expect(disk.content()).toMatchObject({ schedules: {}, definitions: {} });
  });
});
