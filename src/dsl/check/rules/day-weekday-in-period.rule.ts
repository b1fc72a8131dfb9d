/**
 * `every month on monday`: each or the first? Under days and weeks the same clause chooses without doubt. Fixes
 * are left out where they could not keep what else is said, such as a count of months or a move.
 */
import { finding } from "../../diagnostics/registry.ts";
import { remove, replace, unsafe } from "../../fix/edits.ts";
import { printDays } from "../../format/days.ts";
import { clauseOf, written } from "../clauses.ts";
import type { Rule } from "../view.ts";

export const dayWeekdayInPeriod: Rule = {
  *every({ trigger, reading, of }) {
    const on = clauseOf(trigger.clauses, "on");
    if (reading.kind !== "period" || reading.unit === "day" || reading.unit === "week") return;
    if (on?.what.kind !== "days") return;
    const { days } = on.what;
    const each = printDays(days, "singular");
    const [only] = days;
    const single = days.length === 1 && only && !(only.kind === "named" && only.to !== undefined);
    const fixes = [
      ...(reading.every === 1 && !on.adjust
        ? [unsafe(`each of them: \`every ${each}\``, replace(trigger.head.span, each), remove(of.in.text, on.span))]
        : []),
      ...(single && !(only.kind === "class" && only.of === "weekend")
        ? [unsafe(`the first: \`on the 1st ${each}\``, replace(on.span, `on the 1st ${each}`))]
        : []),
    ];
    yield finding(
      "day/weekday-in-period",
      on.span,
      {
        written: `every ${written(of.in.text, trigger.head.span)} ${written(of.in.text, on.span)}`,
        days: each,
        period: reading.unit,
      },
      { fixes },
    );
  },
};
