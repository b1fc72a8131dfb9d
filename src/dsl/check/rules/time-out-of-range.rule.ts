/** Hours, minutes and seconds beyond a day's. */
import { finding } from "../../diagnostics/registry.ts";
import { written } from "../clauses.ts";
import { secondsPerDay } from "../heads.ts";
import type { FileView, Rule } from "../view.ts";

const limits = {
  hour: "hours go from 0 to 23",
  minute: "minutes go from 0 to 59",
  second: "seconds go from 0 to 59",
} as const;

export const timeOutOfRange: Rule = {
  *file(view) {
    for (const { clocks, minutes, ranges } of [view.parts]) {
      for (const clock of clocks) yield* beyond(view, clock, clockFault(written(view.text, clock.span), clock.seconds));
      for (const mark of minutes) yield* beyond(view, mark, minuteFault(mark.minute, mark.second));
      for (const range of ranges) {
        if (range.kind !== "hours") continue;
        // An end of 24 reads as the end of the day, which `time/whole-day-hours` answers.
        yield* beyond(view, range.from, range.from.value > 23 ? "hour" : undefined);
        yield* beyond(view, range.to, range.to.value > 24 ? "hour" : undefined);
      }
    }
  },
};

function* beyond(view: FileView, at: { readonly span: { start: number; end: number } }, fault?: keyof typeof limits) {
  if (!fault) return;
  yield finding("time/out-of-range", at.span, { written: written(view.text, at.span), limit: limits[fault] });
}

/** The digits as written say more than the seconds: 9:75 and 10:15 are the same number of them. */
function clockFault(text: string, seconds: number): keyof typeof limits | undefined {
  const digits = /^(\d+):(\d+)(?::(\d+))?$/.exec(text);
  const fault = digits ? minuteFault(Number(digits[2]), Number(digits[3] ?? 0)) : undefined;
  return fault ?? (seconds > secondsPerDay ? "hour" : undefined);
}

function minuteFault(minute: number, second: number): keyof typeof limits | undefined {
  if (minute > 59) return "minute";
  return second > 59 ? "second" : undefined;
}
