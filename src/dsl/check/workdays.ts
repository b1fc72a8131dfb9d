/** Where a trigger or a window asks for workdays. */
import type { Span } from "../source/span.ts";
import type { Clause, DayItem, Nth, TriggerNode, WindowNode } from "../tree/nodes.ts";
import { clausesOf } from "./clauses.ts";

/** The places that name a workday, each once. */
export function workdaysOf(trigger: TriggerNode): readonly Span[] {
  const head = trigger.kind === "every" && trigger.head.kind === "days" ? ofDays(trigger.head.days) : [];
  return [...head, ...clausesOf(trigger).flatMap(ofClause)];
}

export function workdaysOfWindow(window: WindowNode): readonly Span[] {
  return window.parts.flatMap((part) => ofDays(part.days ?? []));
}

function ofClause(clause: Clause): readonly Span[] {
  switch (clause.kind) {
    case "on": {
      const { what, adjust } = clause;
      const chosen = what.kind === "days" ? ofDays(what.days) : what.kind === "nth" ? what.nths.flatMap(ofNth) : [];
      return [...chosen, ...(adjust?.kind === "move" && adjust.day === "workday" ? [adjust.span] : [])];
    }
    case "offset": {
      const counted = clause.count.parts.some(({ unit }) => unit === "workday") ? [clause.count.span] : [];
      return [...counted, ...(clause.of.kind === "nth" ? ofNth(clause.of) : [])];
    }
    case "except":
      return clause.items.flatMap((item) =>
        item.kind === "class" ? ofDays([item]) : item.kind === "nth" ? ofNth(item) : [],
      );
    default:
      return [];
  }
}

function ofDays(days: readonly DayItem[]): readonly Span[] {
  return days.filter((day) => day.kind === "class" && day.of === "workday").map(({ span }) => span);
}

function ofNth(nth: Nth): readonly Span[] {
  return nth.day === "workday" ? [nth.span] : [];
}
