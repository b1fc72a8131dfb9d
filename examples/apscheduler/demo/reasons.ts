/** Why a fire did not simply run, in the words of the story. */
import { asleep, type Day } from "./day.ts";
import type { Entry } from "./ledger.ts";

export function explain({ key, outcome, reason, errors }: Entry, { refused }: Day): string {
  if (outcome === "failed") return (errors.at(-1) ?? "").replace(`${key} `, "");
  if (outcome === "retried") return `${errors.length} attempts failed (${errors[0]}), the next went well (retry)`;
  if (reason === "coalesced") return "slept through; one run stands for both hours (coalesce)";
  if (reason === "overlap") return "the run before was still at work (overlap skip)";
  if (reason === "guard") return `${refused.get(key)} (guard)`;
  if (outcome === "missed") return `asleep from ${asleep[0]} to ${asleep[1]}, later than their grace allows (grace)`;
  return reason ?? "";
}
