/**
 * An offset from a clock time beside `at`: two answers to one question. An offset from a day (`2 days before the
 * last day`) gives no time and needs `at`.
 */
import { finding } from "../../diagnostics/registry.ts";
import { remove, unsafe } from "../../fix/edits.ts";
import { clauseOf, written } from "../clauses.ts";
import { countsDays } from "../heads.ts";
import type { Rule } from "../view.ts";

export const timeTwoTimes: Rule = {
  *every({ trigger, reading, of }) {
    const at = clauseOf(trigger.clauses, "at");
    const offset = clauseOf(trigger.clauses, "offset");
    if (!countsDays(reading) || !at || offset?.of.kind !== "clock") return;
    const { text } = of.in;
    const params = { offset: written(text, offset.span), other: written(text, at.span) };
    const fixes = [at, offset].map(({ span }) => unsafe(`leave out \`${written(text, span)}\``, remove(text, span)));
    yield finding("time/two-times", offset.span, params, { fixes });
  },
};
