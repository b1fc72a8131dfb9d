/**
 * Ordinals that no period reaches, by what is counted and within what: a month has 31 days, 23 weekdays, 5 of one
 * weekday. What some periods reach and others do not is a warning, `day/short-month`.
 */
import { finding } from "../../diagnostics/registry.ts";
import { replace, unsafe } from "../../fix/edits.ts";
import { printNth } from "../../format/days.ts";
import type { Nth } from "../../tree/nodes.ts";
import { written } from "../clauses.ts";
import { countedIn, mostOf, nthsOf } from "../ordinals.ts";
import type { Rule } from "../view.ts";

export const dayOutOfRange: Rule = {
  *every({ trigger, of }) {
    const period = countedIn(trigger);
    for (const nth of nthsOf(trigger.clauses)) {
      const most = mostOf(nth, period);
      // A plain ordinal in a week is another mistake than its number.
      const plainInWeek = period === "week" && nth.day === undefined;
      if (!plainInWeek && (Math.abs(nth.nth) > most || (nth.to ?? 0) > most)) {
        const limit = `a ${period} has ${most} ${countedAs(nth)} at most`;
        const params = { written: written(of.in.text, nth.span), limit };
        yield finding("day/out-of-range", nth.span, params, { fixes: lastOf(nth) });
      } else if (nth.rel && period !== "week" && nth.rel.nth > mostOf({ ...nth, day: "day" }, period)) {
        const limit = `a ${period} has ${mostOf({ ...nth, day: "day" }, period)} days at most`;
        const params = { written: written(of.in.text, nth.rel.span), limit };
        yield finding("day/out-of-range", nth.rel.span, params);
      }
    }
  },
};

function countedAs({ day }: Nth): string {
  if (typeof day === "number") return "of one weekday";
  return day === undefined || day === "day" ? "days" : `${day}s`;
}

/** Whoever counts beyond the end of a period mostly means its end. */
function lastOf(nth: Nth) {
  const last = printNth({ kind: "nth", nth: -1, day: nth.day ?? "day", span: nth.span });
  return nth.nth > 0 && nth.to === undefined ? [unsafe(`the last: \`${last}\``, replace(nth.span, last))] : [];
}
