/**
 * `every month on jun 1`. Under days of the week and under `every day` the date is one more condition (`every
 * monday on jun 1`) and fine. There is one reading, so the fix is safe; with a count (`every 2 months`) there is
 * none.
 */
import { finding } from "../../diagnostics/registry.ts";
import { replace, safe } from "../../fix/edits.ts";
import { printYearDays } from "../../format/days.ts";
import { printList } from "../../format/text.ts";
import { clauseOf } from "../clauses.ts";
import type { Rule } from "../view.ts";

export const dayDateInPeriod: Rule = {
  *every({ trigger, reading }) {
    const on = clauseOf(trigger.clauses, "on");
    if (reading.kind !== "period" || reading.unit === "day" || reading.unit === "year") return;
    if (on?.what.kind !== "yearDays") return;
    const date = printList(on.what.days, printYearDays);
    const fixes = reading.every === 1 ? [safe("make it `every year`", replace(trigger.head.span, "year"))] : [];
    yield finding("day/date-in-period", on.span, { date, period: reading.unit }, { fixes });
  },
};
