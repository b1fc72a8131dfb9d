/**
 * A clock that is set back to before a job was first seen: what it reads now, the job has not lived through, so
 * its fires count; the span it did live through lies ahead, and its fires must not come a second time. Pure.
 */
import type { ScheduleRow } from "./store.ts";

/** The row with a life that begins at `now`, where the clock reads earlier than the life that it has. */
export function beginAnew(row: ScheduleRow, now: number): ScheduleRow {
  if (now >= row.since) return row;
  const lived = [...(row.lived ?? []), [row.since, row.watermark] as const].filter(([, through]) => through > now);
  return { ...row, since: now, watermark: now - 1, lived };
}

/** Whether a fire has its fate from an earlier life. */
export function wasLived({ lived }: ScheduleRow, fireAt: number): boolean {
  return lived?.some(([from, through]) => fireAt >= from && fireAt <= through) ?? false;
}

/** The first fire after an instant that no earlier life has had. */
export function nextUnlived(
  { lived }: ScheduleRow,
  next: (after: number) => number | undefined,
  after: number,
): number | undefined {
  let fireAt = next(after);
  for (;;) {
    const span = lived?.find(([from, through]) => fireAt !== undefined && fireAt >= from && fireAt <= through);
    if (span === undefined) return fireAt;
    fireAt = next(span[1]);
  }
}
