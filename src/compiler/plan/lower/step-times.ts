/** Steps of the wall clock: counted from the start of each range, anew every day. */
import type { Times } from "../../../runtime/model/index.ts";
import { daySeconds } from "./civil-text.ts";
import { compact, evenTimes } from "./normal-times.ts";
import { clockRanges, type DaySpan } from "./ranges.ts";

export const wholeDay: readonly DaySpan[] = [{ from: 0, to: daySeconds - 1 }];

/** In the one form for equal clocks where the ranges leave no doubt about them, else as a step over its ranges. */
export function stepTimes(every: number, spans: readonly DaySpan[]): Times {
  const step = every / 1000;
  const plain = spans.every(({ weekdays }) => weekdays === undefined) && !overlap(spans);
  return (plain ? plainTimes(step, spans) : undefined) ?? { every, ranges: clockRanges(spans) };
}

function plainTimes(step: number, spans: readonly DaySpan[]): Times | undefined {
  const [only] = spans;
  const even =
    only && spans.length === 1 ? evenTimes(only.from, step, Math.floor((only.to - only.from) / step) + 1) : undefined;
  // The clocks of a day in seconds are many: they are looked at one by one only where they must be.
  return even ?? compact(clocksOf(step, spans));
}

/** In order, as the spans do not meet. */
function clocksOf(step: number, spans: readonly DaySpan[]): readonly number[] {
  const clocks: number[] = [];
  for (const { from, to } of spans.toSorted((a, b) => a.from - b.from))
    for (let clock = from; clock <= to; clock += step) clocks.push(clock);
  return clocks;
}

/** Whether two ranges meet, on one day or on two in a row; then each fire depends on which of them opened last. */
function overlap(spans: readonly DaySpan[]): boolean {
  const sorted = [...spans].sort((a, b) => a.from - b.from);
  const [first] = sorted;
  return sorted.some(({ to }, i) => {
    const next = sorted[i + 1]?.from ?? (first && first.from + daySeconds);
    return next !== undefined && to >= next;
  });
}
