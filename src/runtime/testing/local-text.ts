/** Instants as the clock of a zone shows them, in a form that a test can say again. */
import { localTime, offsetAt, parseDate, weekdayOf } from "../trigger/index.ts";

const WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"] as const;

/** `Mon 2026-11-23T09:30:00+01:00`; what follows the weekday is an ISO text. */
export function localText(zone: string, instant: number): string {
  const { date, seconds } = localTime(zone, instant);
  const clock = [seconds / 3600, (seconds / 60) % 60, seconds % 60].map(twoDigits).join(":");
  const beyond = instant - Math.floor(instant / 1000) * 1000;
  const part = beyond === 0 ? "" : `.${String(Math.floor(beyond)).padStart(3, "0")}`;
  const weekday = WEEKDAYS[weekdayOf(parseDate(date)) - 1] ?? "";
  return `${weekday} ${date}T${clock}${part}${offsetText(offsetAt(zone, instant))}`;
}

function offsetText(offset: number): string {
  if (offset === 0) return "Z";
  const size = Math.abs(offset);
  const parts = [size / 3600, (size / 60) % 60, ...(size % 60 === 0 ? [] : [size % 60])];
  return `${offset < 0 ? "-" : "+"}${parts.map(twoDigits).join(":")}`;
}

function twoDigits(value: number): string {
  return String(Math.floor(value)).padStart(2, "0");
}
