import { check } from "schedc";
import { fires } from "schedc/runtime";
import { expect, test } from "vitest";

test("the flagship sentence is a plan whose first fires are those of its words", async () => {
  const files = { "jobs.sched": "every weekday 9-17 at :30 run businessTask max 1\n" };
  const { diagnostics, plan } = await check({ files });
  expect(diagnostics).toEqual([]);
  const [job] = plan.jobs;
  expect(job).toMatchObject({
    id: "businessTask",
    task: "businessTask",
    args: [],
    policy: { max: 1, overlap: "skip" },
  });
  expect(job?.trigger).toEqual({
    kind: "calendar",
    zone: "UTC",
    days: [{ weekdays: [1, 2, 3, 4, 5] }],
    times: { hours: [9, 10, 11, 12, 13, 14, 15, 16, 17], minutes: [30], seconds: [0] },
    dst: { gap: "skip", overlap: "both" },
  });
  // 2026-01-02 is a Friday.
  const from = Date.parse("2026-01-02T16:00:00Z");
  const next = job ? [...fires(job.trigger, { after: from, limit: 4 })] : [];
  expect(next.map((at) => new Date(at).toISOString())).toEqual([
    "2026-01-02T16:30:00.000Z",
    "2026-01-02T17:30:00.000Z",
    "2026-01-05T09:30:00.000Z",
    "2026-01-05T10:30:00.000Z",
  ]);
});
