/** What is kept, between records and rows: one pair of functions a table. */
import type { Answer, FireRecord, FireState, JobRecord, ScheduleRow } from "../scheduler/index.ts";
import { hasEnded } from "../scheduler/index.ts";
import { asJson, type Bound, flag, json, maybe, number, type Row, text } from "./columns.ts";

export const SCHEDULE_COLUMNS: readonly string[] = [
  "job",
  "trigger_hash",
  "tzdb",
  "since",
  "watermark",
  "lived",
  "paused",
  "started",
  "last_end",
  "sides",
  "next",
  "gone",
];

export function scheduleValues(row: ScheduleRow): Bound[] {
  return [
    row.job,
    row.triggerHash,
    row.tzdb ?? null,
    row.since,
    row.watermark,
    row.lived === undefined ? null : asJson(row.lived),
    Number(row.paused),
    row.started,
    row.lastEnd ?? null,
    asJson(row.sides),
    row.next ?? null,
    row.gone ?? null,
  ];
}

export function toSchedule(row: Row): ScheduleRow {
  return {
    job: text(row, "job"),
    triggerHash: text(row, "trigger_hash"),
    ...maybe(row, "tzdb", "tzdb", text),
    since: number(row, "since"),
    watermark: number(row, "watermark"),
    ...maybe(row, "lived", "lived", (from, column) => json(from, column) as NonNullable<ScheduleRow["lived"]>),
    paused: flag(row, "paused"),
    started: number(row, "started"),
    ...maybe(row, "last_end", "lastEnd", number),
    sides: json(row, "sides") as ScheduleRow["sides"],
    ...maybe(row, "next", "next", number),
    ...maybe(row, "gone", "gone", number),
  };
}

export const JOB_COLUMNS: readonly string[] = ["job", "name", "trigger_hash", "trigger", "policy", "template"];

export function jobValues(record: JobRecord): Bound[] {
  return [
    record.job,
    record.name,
    record.triggerHash,
    asJson(record.trigger),
    asJson(record.policy),
    record.template === undefined ? null : asJson(record.template),
  ];
}

export function toJob(row: Row): JobRecord {
  return {
    job: text(row, "job"),
    name: text(row, "name"),
    triggerHash: text(row, "trigger_hash"),
    trigger: json(row, "trigger") as JobRecord["trigger"],
    policy: json(row, "policy") as JobRecord["policy"],
    ...maybe(row, "template", "template", (from, column) => json(from, column) as NonNullable<JobRecord["template"]>),
  };
}

export const FIRE_COLUMNS: readonly string[] = [
  "key",
  "job",
  "fire_at",
  "origin",
  "state",
  "ended",
  "attempt",
  "fence",
  "at",
  "started_at",
  "reason",
  "merged_into",
  "through",
  "result",
  "error",
];

/** What a task fails with may hold a NUL, up to which alone older Nodes read a text. */
export function fireValues(record: FireRecord): Bound[] {
  return [
    record.key,
    record.job,
    record.fireAt,
    record.origin,
    record.state,
    Number(hasEnded(record.state)),
    record.attempt,
    record.fence,
    record.at,
    record.startedAt ?? null,
    record.reason ?? null,
    record.into ?? null,
    record.through ?? null,
    record.result ?? null,
    record.error?.replaceAll("\0", "␀") ?? null,
  ];
}

export function toFire(row: Row): FireRecord {
  return {
    key: text(row, "key"),
    job: text(row, "job"),
    fireAt: number(row, "fire_at"),
    origin: text(row, "origin") as FireRecord["origin"],
    state: text(row, "state") as FireState,
    attempt: number(row, "attempt"),
    fence: number(row, "fence"),
    at: number(row, "at"),
    ...maybe(row, "started_at", "startedAt", number),
    ...maybe(row, "reason", "reason", (from, column) => text(from, column) as NonNullable<FireRecord["reason"]>),
    ...maybe(row, "merged_into", "into", text),
    ...maybe(row, "through", "through", number),
    ...maybe(row, "result", "result", text),
    ...maybe(row, "error", "error", text),
  };
}

export function toAnswer(row: Row): Answer {
  return { number: number(row, "number"), done: flag(row, "done"), ...maybe(row, "says", "says", text) };
}
