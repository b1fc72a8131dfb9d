/** Instants and lengths of time as messages, keys and records write them. */

/** An instant in UTC, to the second where it is whole; for what lies outside the range of dates, the number itself. */
export function isoInstant(instant: number): string {
  const date = new Date(instant);
  return Number.isNaN(date.getTime()) ? String(instant) : date.toISOString().replace(".000Z", "Z");
}

/** Milliseconds as the language writes durations, nothing rounded: `1h30m`, `45s`. */
export function durationText(milliseconds: number): string {
  let rest = milliseconds;
  let text = "";
  for (const [unit, size] of UNITS) {
    const amount = Math.floor(rest / size);
    if (amount > 0) text += `${amount}${unit}`;
    rest -= amount * size;
  }
  return text || "0s";
}

const UNITS = [
  ["h", 3_600_000],
  ["m", 60_000],
  ["s", 1_000],
  ["ms", 1],
] as const;
