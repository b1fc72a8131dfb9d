/** Instants as the clock of a zone shows them. */
import { clockText, offsetText } from "../runtime/model/index.ts";
import { localTime, offsetAt } from "../runtime/trigger/index.ts";

const weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

/** `Mon 2026-11-23 09:30:00 +01:00`. */
export function localText(at: number, zone: string): string {
  const { date, seconds } = localTime(zone, at);
  const weekday = weekdays[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? "";
  return `${weekday} ${date} ${clockText(seconds)} ${offsetText(offsetAt(zone, at))}`;
}

/** `1 d 2 h`, `45 s`, `250 ms`: the two largest units. */
export function lengthText(milliseconds: number): string {
  const parts: string[] = [];
  let rest = milliseconds;
  for (const [unit, size] of units) {
    const amount = Math.floor(rest / size);
    if (amount > 0) parts.push(`${amount} ${unit}`);
    rest -= amount * size;
  }
  return parts.slice(0, 2).join(" ") || "0 s";
}

const units = [
  ["d", 86_400_000],
  ["h", 3_600_000],
  ["min", 60_000],
  ["s", 1_000],
  ["ms", 1],
] as const;
