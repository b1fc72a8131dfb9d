/** Records with every field that there is, so that a field which a store forgets is seen. */

import { defaultPolicy } from "../../../src/runtime/model/index.ts";
import type { FireRecord, JobRecord, ScheduleRow } from "../../../src/runtime/scheduler/index.ts";

export function fullSchedule(job: string): Required<ScheduleRow> {
  return {
    job,
    triggerHash: "abc",
    tzdb: "2026c",
    since: 1_700_000_000_000,
    watermark: 8_640_000_000_000_000,
    lived: [
      [-8_640_000_000_000_000, 0],
      [5, 7],
    ],
    paused: true,
    started: 12,
    lastEnd: 1_700_000_000_001,
    sides: [{ one: true }, {}] as unknown as ScheduleRow["sides"],
    next: 1_700_000_060_000,
    gone: 1_700_000_000_002,
  };
}

export function plainSchedule(job: string): ScheduleRow {
  return { job, triggerHash: "h", since: 0, watermark: 0, paused: false, started: 0, sides: [] };
}

export function fullJob(job: string): Required<JobRecord> {
  return {
    job,
    name: "Ein Name\nmit „Zeichen“",
    triggerHash: "abc",
    trigger: { kind: "startup" },
    policy: {
      ...defaultPolicy,
      grace: Number.POSITIVE_INFINITY,
      retry: { ...defaultPolicy.retry, times: Number.POSITIVE_INFINITY },
    },
    template: {
      name: "reminder",
      values: JSON.parse('{"__proto__":{"polluted":true},"constructor":1,"to":"me","deep":[{"a":null}]}'),
    },
  };
}

export function fullFire(key: string): Required<FireRecord> {
  return {
    key,
    job: "job",
    fireAt: 1_700_000_000_000,
    origin: "backfill",
    state: "merged",
    attempt: 3,
    fence: 9,
    at: 1_700_000_000_005,
    startedAt: 1_700_000_000_004,
    reason: "coalesced",
    into: "job@later",
    through: 1_700_000_000_500,
    result: '{"__proto__":1}',
    error: '{"message":"\u2028"}',
  };
}

export function plainFire(job: string, fireAt: number, state: FireRecord["state"]): FireRecord {
  return { key: `${job}@${fireAt}`, job, fireAt, origin: "schedule", state, attempt: 0, fence: 0, at: fireAt };
}
