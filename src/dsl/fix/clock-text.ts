/** Clock times for the texts of fixes. */
import { twoDigits } from "../format/text.ts";

/** `9:00`, `9:00:15`, `24:00` for seconds of the day. */
export function clockText(seconds: number): string {
  const rest = seconds % 60 === 0 ? "" : `:${twoDigits(seconds % 60)}`;
  return `${Math.floor(seconds / 3600)}:${twoDigits(Math.floor(seconds / 60) % 60)}${rest}`;
}
