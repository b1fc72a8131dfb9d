/** Instants as the clock of a zone shows them, in a form that a test can say again. */
import { clockText, offsetText } from "../model/index.ts";
import { localTime, offsetAt, parseDate, weekdayOf } from "../trigger/index.ts";

const WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"] as const;

/** `Mon 2026-11-23T09:30:00+01:00`; what follows the weekday is an ISO text. */
export function localText(zone: string, instant: number): string {
  const { date, seconds } = localTime(zone, instant);
  const beyond = instant - Math.floor(instant / 1000) * 1000;
  const part = beyond === 0 ? "" : `.${String(Math.floor(beyond)).padStart(3, "0")}`;
  const offset = offsetAt(zone, instant);
  const weekday = WEEKDAYS[weekdayOf(parseDate(date)) - 1] ?? "";
  return `${weekday} ${date}T${clockText(seconds)}${part}${offset === 0 ? "Z" : offsetText(offset)}`;
}
