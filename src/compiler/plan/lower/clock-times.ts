/** `at` and offsets from a clock time: fixed clocks, or minutes of the hours that a range or a step gives. */
import type { AtClause, ClockNode, MinuteNode, OffsetClause, ParameterNode } from "../../../dsl/index.ts";
import { daySeconds } from "./civil-text.ts";
import { elapsed } from "./durations.ts";
import type { DaySpan } from "./ranges.ts";
import { refuse } from "./refusal.ts";

/** What stands after `at`: times of the day, or marks of each hour. */
export type AtMeaning =
  | {
      readonly kind: "clocks";
      readonly clocks: readonly number[];
      /** Names of parameters that give one. */
      readonly named: readonly string[];
    }
  /** Seconds after the full hour. */
  | { readonly kind: "minutes"; readonly marks: readonly number[] };

/** Never a mix: 9:00 and :30 of which hours would be anybody's guess. */
export function readAt(at: AtClause): AtMeaning {
  const clocks = at.items.filter((item): item is ClockNode => item.kind === "clock");
  const minutes = at.items.filter((item): item is MinuteNode => item.kind === "minute");
  const named = at.items.filter((item): item is ParameterNode => item.kind === "parameter").map(({ name }) => name);
  if (clocks.length + named.length === at.items.length) {
    return { kind: "clocks", clocks: clocks.map(({ seconds }) => seconds % daySeconds), named };
  }
  if (minutes.length !== at.items.length) refuse(at, "clock times and minutes do not mix");
  return { kind: "minutes", marks: minutes.map(({ minute, second }) => minute * 60 + second) };
}

/** `2 hours before noon` is a clock time of the same day. */
export function offsetClock(offset: OffsetClause, clock: ClockNode): number {
  // Midnight is the end of the day that goes before it, the start of the one that comes after.
  const base = clock.seconds === 0 && offset.side === "before" ? daySeconds : clock.seconds;
  const seconds = elapsed(offset.count) / 1000;
  const at = offset.side === "before" ? base - seconds : base + seconds;
  if (!Number.isInteger(at) || at < 0 || at >= daySeconds) refuse(offset, "this leaves the day");
  return at;
}

/** The clocks that lie in a range, in the tail of the day where that is past midnight. */
export function clocksWithin(clocks: readonly number[], spans: readonly DaySpan[]): readonly number[] {
  return spans.flatMap(({ from, to }) =>
    clocks.flatMap((clock) => [clock, clock + daySeconds]).filter((clock) => clock >= from && clock <= to),
  );
}

/**
 * The marks of every nth hour, counted from the hour in which each range starts; what lies outside a range drops, and
 * where ranges of one day overlap, the one that opened last counts.
 */
export function marksWithin(marks: readonly number[], hours: number, spans: readonly DaySpan[]): readonly number[] {
  return spans.flatMap((span) => {
    const found: number[] = [];
    for (let hour = Math.floor(span.from / 3600) * 3600; hour <= span.to; hour += hours * 3600) {
      for (const mark of marks) found.push(hour + mark);
    }
    return found.filter((clock) => clock >= span.from && clock <= span.to && !isTakenOver(clock, span, spans));
  });
}

/** Whether another range that opened later in the same day holds this clock. */
function isTakenOver(clock: number, span: DaySpan, spans: readonly DaySpan[]): boolean {
  return spans.some(({ from, to }) => from > span.from && clock >= from && clock <= to);
}
