/** The identity of a fire. */

/** `id@` and the instant in UTC, to the second where it is whole: `orders.sync@2026-01-31T08:30:00Z`. */
export function fireKey(job: string, fireAt: number): string {
  return `${job}@${isoInstant(fireAt)}`;
}

/** An instant as people read it in UTC; for what lies outside the range of dates, the number itself. */
export function isoInstant(instant: number): string {
  const date = new Date(instant);
  return Number.isNaN(date.getTime()) ? String(instant) : date.toISOString().replace(".000Z", "Z");
}
