/** How the language says what a step in a cron field was perhaps meant to be. */
import type { FieldName } from "./fields.ts";

const units: Partial<Record<FieldName, { readonly unit: string; readonly seconds: number }>> = {
  second: { unit: "second", seconds: 1 },
  minute: { unit: "minute", seconds: 60 },
  hour: { unit: "hour", seconds: 3600 },
};

/** A whole trigger for a step of the clock; an example for one of the calendar. */
export function insteadOf(field: FieldName, step: number): string {
  const clock = units[field];
  if (clock !== undefined) {
    if (step * clock.seconds === 86_400) return "every day at midnight";
    const head = `every ${step} ${clock.unit}s`;
    // What does not divide the day needs to be told where it starts.
    return 86_400 % (step * clock.seconds) === 0 ? head : `${head} from 2026-01-01T00:00`;
  }
  if (field === "dayOfMonth") return `every ${step} days at 9:00 from 2026-01-01`;
  if (field === "month") return `every ${step} months on the 1st at 9:00 from 2026-01-01`;
  return "every mon, wed, fri at 9:00";
}

/** Whether the whole of an expression is this one step of the clock, so that a sentence can stand for it. */
export function isAlone(fields: readonly string[], item: string): boolean {
  const at = fields.indexOf(item);
  return at >= 0 && at < fields.length - 3 && fields.every((text, i) => i === at || text === (i < at ? "0" : "*"));
}
