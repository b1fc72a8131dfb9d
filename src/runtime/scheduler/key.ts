/** The identity of a fire. */
import { isoInstant } from "../model/index.ts";

/** The instant written last: jobs that are due together are written in a row. */
let written = { instant: Number.NaN, text: "" };

/** `id@` and the instant in UTC, to the second where it is whole: `orders.sync@2026-01-31T08:30:00Z`. */
export function fireKey(job: string, fireAt: number): string {
  if (written.instant !== fireAt) written = { instant: fireAt, text: isoInstant(fireAt) };
  return `${job}@${written.text}`;
}
