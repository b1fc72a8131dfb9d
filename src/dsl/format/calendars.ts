/** Calendars and windows. */
import type { CalendarEntry, WindowNode } from "../tree/nodes.ts";
import { printDate, printDateSpec, printDays } from "./days.ts";
import { printList, printString } from "./text.ts";
import { printRange } from "./times.ts";

export function printCalendarEntry(entry: CalendarEntry): string {
  switch (entry.kind) {
    case "dates": {
      const label = entry.label ? ` ${printString(entry.label.value)}` : "";
      return `${entry.open ? "open" : "holiday"} ${printDateSpec(entry.dates)}${label}`;
    }
    case "include":
      return `include ${"value" in entry.what ? printString(entry.what.value) : entry.what.text}`;
    case "weekend":
      return `weekend ${printDays(entry.days, "singular")}`;
    case "timezone":
      return `timezone ${entry.zone.text}`;
    case "covers":
      return `covers until ${printDate(entry.until)}`;
  }
}

/** Parts without days hold on every day, so a `day` that says no more is left out. */
export function printWindow(window: WindowNode): string {
  const parts = window.parts.map(({ days = [], ranges }) => {
    const everyDay = days.every((day) => day.kind === "class" && day.of === "day");
    return `${everyDay ? "" : `${printDays(days, "plural")} `}${printList(ranges, printRange)}`;
  });
  return `window ${window.name.text} = ${parts.join(" or ")}${window.zone ? ` in ${window.zone.text}` : ""}`;
}
