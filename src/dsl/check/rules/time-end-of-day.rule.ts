/**
 * 24:00, or hour 24, where a time begins something: the start of a range, `at`, `once at`, a single exception, the
 * clock of an offset. As the end of a range it is the end of the day and fine.
 */
import { finding } from "../../diagnostics/registry.ts";
import { replace, unsafe } from "../../fix/edits.ts";
import type { ClockNode, Integer } from "../../tree/nodes.ts";
import { clauseOf, written } from "../clauses.ts";
import { secondsPerDay } from "../heads.ts";
import type { FileView, Rule } from "../view.ts";

export const timeEndOfDay: Rule = {
  *file(view) {
    for (const range of view.parts.ranges) {
      if (range.kind === "clocks") yield* check(view, range.from);
      else if (range.from.value === 24) yield* check(view, range.from);
    }
  },
  *trigger({ trigger, of }) {
    if (trigger.kind === "once") {
      const points = trigger.what.kind === "at" ? trigger.what.points : [];
      for (const point of points) if (point.kind === "dateClock") yield* check(of.in, point.clock);
    }
    if (trigger.kind !== "every") return;
    for (const item of clauseOf(trigger.clauses, "at")?.items ?? [])
      if (item.kind === "clock") yield* check(of.in, item);
    for (const item of clauseOf(trigger.clauses, "except")?.items ?? []) {
      if (item.kind === "clock") yield* check(of.in, item);
    }
    const offset = clauseOf(trigger.clauses, "offset");
    if (offset?.of.kind === "clock") yield* checkOffset(of.in, offset.of);
  },
};

function* check(view: FileView, clock: ClockNode | Integer) {
  if ("value" in clock) {
    const fixes = [unsafe("the first hour of the day: `0`", replace(clock.span, "0"))];
    yield finding("time/end-of-day", clock.span, { written: written(view.text, clock.span) }, { fixes });
    return;
  }
  if (clock.seconds !== secondsPerDay) return;
  const fixes = [
    unsafe("the midnight that begins the day: `0:00`", replace(clock.span, "0:00")),
    unsafe("the last second of the day: `23:59:59`", replace(clock.span, "23:59:59")),
  ];
  yield finding("time/end-of-day", clock.span, { written: written(view.text, clock.span) }, { fixes });
}

/** An offset from midnight knows by its side which of the two it means, so here one name does. */
function* checkOffset({ text }: FileView, { seconds, span }: ClockNode) {
  if (seconds !== secondsPerDay) return;
  const fixes = [unsafe("the day's own midnight: `midnight`", replace(span, "midnight"))];
  yield finding("time/end-of-day", span, { written: written(text, span) }, { fixes });
}
