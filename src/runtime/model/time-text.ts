/** Instants and lengths of time as messages, keys and records write them. */

/** An instant in UTC, to the second where it is whole; for what lies outside the range of dates, the number itself. */
export function isoInstant(instant: number): string {
  const date = new Date(instant);
  return Number.isNaN(date.getTime()) ? String(instant) : date.toISOString().replace(".000Z", "Z");
}

/** What the clock of a day shows after so many seconds: `09:30:00`. */
export function clockText(seconds: number): string {
  return colons([seconds / 3600, (seconds / 60) % 60, seconds % 60]);
}

/** An offset from UTC in seconds, with seconds where it has any: `+01:00`. */
export function offsetText(offset: number): string {
  const size = Math.abs(offset);
  return `${offset < 0 ? "-" : "+"}${colons([size / 3600, (size / 60) % 60, ...(size % 60 === 0 ? [] : [size % 60])])}`;
}

function colons(parts: readonly number[]): string {
  return parts.map((part) => String(Math.floor(part)).padStart(2, "0")).join(":");
}

/** The milliseconds of a duration as the language writes it, `1h30m` or `2w`; undefined for what is none. */
export function parseDuration(text: string): number | undefined {
  if (!/^(?:\d+(?:ms|[smhdw]))+$/.test(text)) return undefined;
  const parts = [...text.matchAll(/(\d+)(ms|[smhdw])/g)];
  return parts.reduce((sum, [, amount, unit]) => sum + Number(amount) * (LENGTHS.get(unit) ?? 0), 0);
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

/** A day is 24 hours here, as in policies. */
const LENGTHS: ReadonlyMap<string | undefined, number> = new Map([...UNITS, ["d", 86_400_000], ["w", 604_800_000]]);
