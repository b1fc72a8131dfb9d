/**
 * Lengths that lead out of the years in which fire times exist, and offsets that lead out of the neighbourhood of the
 * day they start from. Neither is meant, and the engine would have to count through all of it.
 */
import { finding } from "../../diagnostics/registry.ts";
import type { Count, TriggerNode, Unit } from "../../tree/nodes.ts";
import { clauseOf, clausesOf, written } from "../clauses.ts";
import { lengthsOf } from "../policy-lengths.ts";
import type { Rule } from "../view.ts";

/** How many days a unit has at most. */
const daysIn: Readonly<Record<Unit, number>> = {
  millisecond: 1 / 86_400_000,
  second: 1 / 86_400,
  minute: 1 / 1_440,
  hour: 1 / 24,
  day: 1,
  weekday: 1,
  workday: 1,
  week: 7,
  month: 31,
  quarter: 92,
  year: 366,
};

const inAll = { days: 501 * daysIn.year, limit: "fire times lie within 500 years" };
const ofOffset = { days: daysIn.year, limit: "an offset leads no further than a year" };

export const timeTooLong: Rule = {
  *file({ parts, text }) {
    for (const { count } of parts.policies.flatMap(lengthsOf)) yield* found(text, count, inAll);
  },
  *trigger({ trigger, of: { in: view } }) {
    yield* found(view.text, stepOf(trigger), inAll);
    const offset = clauseOf(clausesOf(trigger), "offset");
    // An offset from a clock time has to stay within its day, which is a rule of its own.
    if (offset?.of.kind === "nth") yield* found(view.text, offset.count, ofOffset);
  },
};

function stepOf(trigger: TriggerNode): Count | undefined {
  if (trigger.kind === "every") return trigger.head.kind === "count" ? trigger.head.count : undefined;
  return trigger.kind === "once" && trigger.what.kind === "offset" ? trigger.what.count : undefined;
}

function* found(text: string, count: Count | undefined, { days, limit }: typeof inAll) {
  const length = count?.parts.reduce((sum, { amount, unit }) => sum + amount * daysIn[unit], 0) ?? 0;
  if (count && length > days) yield finding("time/too-long", count.span, { written: written(text, count.span), limit });
}
