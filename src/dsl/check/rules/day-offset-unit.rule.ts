/**
 * Days lead from days, hours and minutes from clock times. `1d` and `24h` are not the same when the clock changes,
 * so neither is turned into the other.
 */
import { finding } from "../../diagnostics/registry.ts";
import type { Unit } from "../../tree/nodes.ts";
import { clauseOf, written } from "../clauses.ts";
import type { Rule } from "../view.ts";

const toDays: ReadonlySet<Unit> = new Set<Unit>(["day", "week", "weekday", "workday"]);
const toTimes: ReadonlySet<Unit> = new Set<Unit>(["hour", "minute", "second"]);

export const dayOffsetUnit: Rule = {
  *every({ trigger, of }) {
    const offset = clauseOf(trigger.clauses, "offset");
    if (!offset) return;
    const fromDay = offset.of.kind === "nth";
    const allowed = fromDay ? toDays : toTimes;
    if (offset.count.parts.every(({ unit }) => allowed.has(unit))) return;
    yield finding("day/offset-unit", offset.span, {
      written: written(of.in.text, offset.count.span),
      from: fromDay ? "a day" : "a clock time",
      allowed: fromDay ? "days, weeks, weekdays or workdays" : "hours, minutes or seconds",
    });
  },
};
