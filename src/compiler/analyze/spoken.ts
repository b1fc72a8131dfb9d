/** A length of time as the language writes it. */
import type { Milliseconds } from "../../runtime/model/index.ts";

// From the longest down; a day is 24 hours here, as in a policy.
const units = [
  ["d", 86_400_000],
  ["h", 3_600_000],
  ["m", 60_000],
  ["s", 1_000],
  ["ms", 1],
] as const;

/** `1d1h`, `90s` as `1m30s`; `0s` for nothing. */
export function spoken(length: Milliseconds): string {
  let rest = length;
  let text = "";
  for (const [unit, one] of units) {
    const amount = Math.floor(rest / one);
    rest -= amount * one;
    if (amount > 0) text += `${amount}${unit}`;
  }
  return text === "" ? "0s" : text;
}
