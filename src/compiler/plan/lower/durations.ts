/** Counts of units: elapsed milliseconds, or a number of calendar periods. */
import type { Count, Unit } from "../../../dsl/index.ts";
import type { Milliseconds, Period } from "../../../runtime/model/index.ts";
import { refuse } from "./refusal.ts";

const milliseconds: Partial<Record<Unit, Milliseconds>> = {
  millisecond: 1,
  second: 1_000,
  minute: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
  week: 604_800_000,
};

/** Elapsed time; a day is 24 hours here. */
export function elapsed(count: Count): Milliseconds {
  let total = 0;
  for (const { amount, unit } of count.parts) {
    const one = milliseconds[unit];
    if (one === undefined) refuse(count, `a ${unit} has no fixed length`);
    total += amount * one;
  }
  if (!Number.isSafeInteger(total)) refuse(count, "this is too long");
  return total;
}

/** True for seconds, minutes and hours alone. */
export function isElapsed(count: Count): boolean {
  return count.parts.every(({ unit }) => ["millisecond", "second", "minute", "hour"].includes(unit));
}

/** `3 weeks` as a number of calendar periods; only a single unit of a day or longer is one. */
export function periods(count: Count): { readonly every: number; readonly unit: Period } {
  const [part, more] = count.parts;
  if (part === undefined || more !== undefined) refuse(count, "one unit of days or longer stands alone");
  switch (part.unit) {
    case "day":
    case "week":
    case "month":
    case "quarter":
    case "year":
      return { every: part.amount, unit: part.unit };
    default:
      return refuse(count, `${part.unit}s cannot be counted so`);
  }
}
