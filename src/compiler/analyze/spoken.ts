/** A length of time as the language writes it. */
import { durationText, type Milliseconds } from "../../runtime/model/index.ts";

/** A day is 24 hours here, as in a policy. */
const day = 86_400_000;

/** `1d1h`, `90s` as `1m30s`; `0s` for nothing. */
export function spoken(length: Milliseconds): string {
  const days = Math.floor(length / day);
  if (days === 0) return durationText(length);
  return length % day === 0 ? `${days}d` : `${days}d${durationText(length % day)}`;
}
