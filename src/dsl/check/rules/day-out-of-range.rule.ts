/** Ordinals that no period reaches. */
import { finding } from "../../diagnostics/registry.ts";
import type { Nth } from "../../tree/nodes.ts";
import { clauseOf, written } from "../clauses.ts";
import { countedIn, mostOf } from "../ordinals.ts";
import type { Rule } from "../view.ts";

export const dayOutOfRange: Rule = {
  *every({ trigger, of }) {
    const period = countedIn(trigger);
    for (const nth of nthsOf(trigger.clauses)) {
      const most = mostOf(nth, period);
      const counted =
        typeof nth.day === "number" ? "of one weekday" : nth.day && nth.day !== "day" ? `${nth.day}s` : "days";
      const limit = `a ${period} has ${most} ${counted} at most`;
      const at = { written: written(of.in.text, nth.span), limit };
      const beyond = Math.abs(nth.nth) > most || (nth.to !== undefined && Math.abs(nth.to) > most);
      // A plain ordinal in a week is another mistake than its number.
      const plainInWeek = period === "week" && nth.day === undefined;
      if (nth.nth === 0 || nth.to === 0)
        yield finding("day/out-of-range", nth.span, { ...at, limit: "counting starts at 1st" });
      else if (beyond && !plainInWeek) yield finding("day/out-of-range", nth.span, at);
      else if (nth.rel && (nth.rel.nth < 1 || nth.rel.nth > 31)) {
        const rel = written(of.in.text, nth.rel.span);
        yield finding("day/out-of-range", nth.rel.span, { written: rel, limit: "a month has 31 days at most" });
      }
    }
  },
};

function nthsOf(clauses: Parameters<typeof clauseOf>[0]): readonly Nth[] {
  const on = clauseOf(clauses, "on")?.what;
  const offset = clauseOf(clauses, "offset")?.of;
  const except = clauseOf(clauses, "except")?.items ?? [];
  return [
    ...(on?.kind === "nth" ? on.nths : []),
    ...(offset?.kind === "nth" ? [offset] : []),
    ...except.filter((item) => item.kind === "nth"),
  ];
}
