/** Why a fire did not simply run, in a sentence of the story. */
import { asleep } from "./day.ts";
import type { Entry } from "./ledger.ts";

export function explain({ job, outcome, reason, errors }: Entry): string {
  if (outcome === "retried") return `${errors.length} attempts failed (${errors[0]}), the next went well`;
  if (outcome === "failed") return errors.at(-1) ?? "";
  if (outcome === "merged") return "slept through, and one run stands for both hours: coalesce latest";
  if (reason === "overlap") return "the run before was still at work: max 1, overlap skip";
  if (reason === "guard")
    return job === "smart_backup" ? "a fresh backup was there, or the machine was busy" : "its guard said no";
  if (reason === "grace" || reason === "outage")
    return `the machine slept from ${asleep[0]} to ${asleep[1]}: later than its grace allows`;
  return reason ?? "";
}
