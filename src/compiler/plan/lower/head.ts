/** What `every …` repeats: elapsed steps, calendar periods, or days of the week. */
import type { Count, Head, Unit } from "../../../dsl/index.ts";
import type { Milliseconds, Period } from "../../../runtime/model/index.ts";
import { elapsed, isElapsed, periods } from "./durations.ts";
import { refuse } from "./refusal.ts";
import { type DayClasses, dayClasses } from "./weekdays.ts";

/** What the rest of the sentence is read by. */
export type HeadMeaning =
  /** So long from one fire to the next. */
  | { readonly kind: "step"; readonly every: Milliseconds }
  /** So long after the last run's end. */
  | { readonly kind: "completion"; readonly every: Milliseconds }
  | { readonly kind: "period"; readonly every: number; readonly unit: Period }
  | ({ readonly kind: "weekdays" } & DayClasses);

/** Refuses what cannot be counted. */
export function readHead(head: Head): HeadMeaning {
  switch (head.kind) {
    case "days":
      return { kind: "weekdays", ...dayClasses(head.days) };
    case "unit":
      return ofUnit(head, head.unit);
    case "count":
      return head.afterCompletion ? { kind: "completion", every: wholeSeconds(head.count) } : ofCount(head.count);
  }
}

function ofCount(count: Count): HeadMeaning {
  if (isElapsed(count)) return { kind: "step", every: wholeSeconds(count) };
  const { every, unit } = periods(count);
  if (every < 1) refuse(count, "a step is at least one");
  return { kind: "period", every, unit };
}

/** Also the wait after a run, for which a day is 24 hours. */
function wholeSeconds(count: Count): Milliseconds {
  const every = elapsed(count);
  if (every < 1_000 || every % 1_000 !== 0)
    refuse(count, "fire times are whole seconds, so a step is one second or more");
  return every;
}

function ofUnit(head: Head, unit: Unit): HeadMeaning {
  switch (unit) {
    case "second":
      return { kind: "step", every: 1_000 };
    case "minute":
      return { kind: "step", every: 60_000 };
    case "hour":
      return { kind: "step", every: 3_600_000 };
    case "day":
    case "week":
    case "month":
    case "quarter":
    case "year":
      return { kind: "period", every: 1, unit };
    case "weekday":
      return { kind: "weekdays", weekdays: [1, 2, 3, 4, 5], workdays: false };
    case "workday":
      return { kind: "weekdays", weekdays: [], workdays: true };
    default:
      return refuse(head, `every ${unit} cannot be compiled`);
  }
}
