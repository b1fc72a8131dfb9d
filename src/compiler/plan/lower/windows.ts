/** Named windows: as filters, as the ranges that a step counts from, and as what is taken out. */
import type { DuringClause, Name, WindowNode } from "../../../dsl/index.ts";
import type { Window } from "../../../runtime/model/index.ts";
import type { LowerContext } from "./context.ts";
import { clockRanges, type DaySpan, daySpan } from "./ranges.ts";
import { refuse } from "./refusal.ts";
import { type DayClasses, dayClasses } from "./weekdays.ts";

/** Refuses a name that leads nowhere. */
export function windowNamed(name: Name, context: LowerContext): WindowNode {
  return context.window(name.text) ?? refuse(name, `there is no window \`${name.text}\` here`);
}

/** Every range of the window, with the weekdays on which it opens. */
function windowSpans(window: WindowNode, side: "within" | "without"): readonly DaySpan[] {
  return window.parts.flatMap(({ days, ranges }) => {
    const openings = days ? openingDays(dayClasses(days)) : [undefined];
    return ranges.flatMap((range) =>
      openings.map((weekdays) => ({ ...daySpan(range, side), ...(weekdays && { weekdays }) })),
    );
  });
}

/** Undefined stands for every day. */
function openingDays({ weekdays, workdays }: DayClasses): readonly DaySpan["weekdays"][] {
  if (weekdays === undefined) return [undefined];
  return [...(weekdays.length > 0 ? [weekdays] : []), ...(workdays ? (["workday"] as const) : [])];
}

/** With its own zone where it has one: the instant is then held against that clock. */
export function windowFilter(window: WindowNode, side: "within" | "without"): Window {
  return {
    ranges: clockRanges(windowSpans(window, side)),
    ...(window.zone && { zone: window.zone.text }),
  };
}

/** The ranges that a step or a draw counts from; they are the job's own clock. */
export function anchoringSpans(clause: DuringClause, zone: string, context: LowerContext): readonly DaySpan[] {
  return clause.windows.flatMap((name) => {
    const window = windowNamed(name, context);
    if (window.zone && window.zone.text !== zone) {
      refuse(
        name,
        `\`${name.text}\` keeps the clock of ${window.zone.text}, so nothing can be counted from it in ${zone}`,
      );
    }
    return windowSpans(window, "within");
  });
}
