/**
 * `every hour at 9:00`: one time of the day under a step that has many; an offset from a clock time is such a time
 * too. It could be a daily time or the start of the step, so both are offered; within a window the second makes no
 * sense.
 */
import { finding } from "../../diagnostics/registry.ts";
import { clockText } from "../../fix/clock-text.ts";
import { replace, unsafe } from "../../fix/edits.ts";
import type { ClockNode } from "../../tree/nodes.ts";
import { clauseOf, written } from "../clauses.ts";
import { hasWindow } from "../heads.ts";
import type { EveryView, Rule } from "../view.ts";

export const timeClockUnderStep: Rule = {
  *every(view) {
    const { trigger, reading, of } = view;
    if (reading.kind !== "step") return;
    const at = clauseOf(trigger.clauses, "at");
    const clock = at?.items.find((item) => item.kind === "clock");
    const offset = clauseOf(trigger.clauses, "offset");
    const { text } = of.in;
    const head = written(text, trigger.head.span);
    if (at && clock && at.items.every((item) => item.kind === "clock")) {
      const params = { clock: written(text, clock.span), head };
      yield finding("time/clock-under-step", at.span, params, {
        fixes: readings(view, at.span, clock, at.items.length),
      });
    }
    if (offset?.of.kind === "clock") {
      const once = unsafe("once a day: `every day`", replace(trigger.head.span, "day"));
      yield finding(
        "time/clock-under-step",
        offset.span,
        { clock: written(text, offset.span), head },
        { fixes: [once] },
      );
    }
  },
};

function readings({ trigger }: EveryView, at: { start: number; end: number }, clock: ClockNode, clocks: number) {
  const once = unsafe("at that time of each day: `every day`", replace(trigger.head.span, "day"));
  if (clocks > 1 || hasWindow(trigger)) return [once];
  const range = `${clockText(clock.seconds)}-24:00`;
  return [once, unsafe(`from that time of each day on: \`${range}\``, replace(at, range))];
}
