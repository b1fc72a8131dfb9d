/**
 * `13 hours before noon` is a time of the day before. Midnight is taken for the one of its two that the offset
 * leads into the day from; `24:00` is refused by `time/end-of-day`. Under a step the offset itself is the mistake, and
 * `time/clock-under-step` says so.
 */
import { finding } from "../../diagnostics/registry.ts";
import { clauseOf, written } from "../clauses.ts";
import { clockLength, countsDays, secondsPerDay } from "../heads.ts";
import type { Rule } from "../view.ts";

export const timeOffsetLeavesDay: Rule = {
  *every({ trigger, reading, of }) {
    const offset = clauseOf(trigger.clauses, "offset");
    if (offset?.of.kind !== "clock" || !countsDays(reading) || offset.of.seconds >= secondsPerDay) return;
    const length = clockLength(offset.count);
    if (length === undefined) return;
    // `before midnight` looks back from the end of the day, `after midnight` on from its start.
    const from = offset.of.seconds === 0 && offset.side === "before" ? secondsPerDay : offset.of.seconds;
    const time = offset.side === "before" ? from - length : from + length;
    if (time >= 0 && time < secondsPerDay) return;
    yield finding("time/offset-leaves-day", offset.span, { written: written(of.in.text, offset.span) });
  },
};
