/**
 * Clock times and minutes in one `at`. They would be a union of one fire a day and one an hour, which nobody
 * writes on purpose: mostly the hour of the second was left out, and that is what the fix fills in.
 */
import { finding } from "../../diagnostics/registry.ts";
import { insert, unsafe } from "../../fix/edits.ts";
import { clauseOf, written } from "../clauses.ts";
import type { Rule } from "../view.ts";

export const timeMixedAt: Rule = {
  *every({ trigger, reading, of }) {
    const at = clauseOf(trigger.clauses, "at");
    const clock = at?.items.find((item) => item.kind === "clock");
    const minutes = at?.items.filter((item) => item.kind === "minute") ?? [];
    const [minute] = minutes;
    if (reading.kind === "completion" || !at || clock?.kind !== "clock" || !minute) return;
    const { text } = of.in;
    const hour = String(Math.floor(clock.seconds / 3600));
    const same = unsafe(
      `in the hour of \`${written(text, clock.span)}\`: \`${hour}${written(text, minute.span)}\``,
      ...minutes.map(({ span }) => insert(span.start, hour)),
    );
    const params = { clock: written(text, clock.span), minute: written(text, minute.span) };
    yield finding("time/mixed-at", at.span, params, { fixes: [same] });
  },
};
