/** Where a trigger or a window asks for workdays, or for other classes of days. */
import type { Span } from "../source/span.ts";
import type { Clause, DayItem, ExpectNode, Name, Nth, TriggerNode, WindowNode } from "../tree/nodes.ts";
import { clausesOf } from "./clauses.ts";

type DayClass = "weekday" | "weekend" | "workday";

/** The places that name a workday, each once. */
export function workdaysOf(trigger: TriggerNode): readonly Span[] {
  return mentionsOf(trigger, ["workday"]);
}

/** The places that name one of these classes of days, each once. */
export function mentionsOf(trigger: TriggerNode, classes: readonly DayClass[]): readonly Span[] {
  const head = trigger.kind === "every" && trigger.head.kind === "days" ? ofDays(trigger.head.days, classes) : [];
  return [...head, ...clausesOf(trigger).flatMap((clause) => ofClause(clause, classes))];
}

export function workdaysOfExpectation({ what }: ExpectNode): readonly Span[] {
  if (what.kind === "never") return what.clauses.flatMap((clause) => ofClause(clause, ["workday"]));
  return what.kind === "count" && what.over.kind === "every" ? ofDays(what.over.days ?? [], ["workday"]) : [];
}

export function workdaysOfWindow(window: WindowNode): readonly Span[] {
  return window.parts.flatMap((part) => ofDays(part.days ?? [], ["workday"]));
}

/** The names of the windows that a trigger uses or takes out; calendars after `except` are among them. */
export function windowsOf(trigger: TriggerNode): readonly Name[] {
  return clausesOf(trigger).flatMap((clause) => {
    if (clause.kind === "during") return clause.windows;
    if (clause.kind !== "except") return [];
    return clause.items.flatMap((item) => (item.kind === "named" && "name" in item ? [item.name] : []));
  });
}

function ofClause(clause: Clause, classes: readonly DayClass[]): readonly Span[] {
  switch (clause.kind) {
    case "on": {
      const { what, adjust } = clause;
      const chosen =
        what.kind === "days"
          ? ofDays(what.days, classes)
          : what.kind === "nth"
            ? what.nths.flatMap((nth) => ofNth(nth, classes))
            : [];
      return [...chosen, ...(adjust?.kind === "move" && classes.includes(adjust.day) ? [adjust.span] : [])];
    }
    case "offset": {
      const counted = clause.count.parts.some(({ unit }) => classes.some((one) => one === unit));
      const of = clause.of.kind === "nth" ? ofNth(clause.of, classes) : [];
      return [...(counted ? [clause.count.span] : []), ...of];
    }
    case "except":
      return clause.items.flatMap((item) =>
        item.kind === "class" ? ofDays([item], classes) : item.kind === "nth" ? ofNth(item, classes) : [],
      );
    default:
      return [];
  }
}

function ofDays(days: readonly DayItem[], classes: readonly DayClass[]): readonly Span[] {
  return days.filter((day) => day.kind === "class" && classes.some((one) => one === day.of)).map(({ span }) => span);
}

function ofNth(nth: Nth, classes: readonly DayClass[]): readonly Span[] {
  return classes.some((one) => one === nth.day) ? [nth.span] : [];
}
