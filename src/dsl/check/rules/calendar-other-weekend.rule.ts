/** `weekday` and `weekend`, which never change, under a calendar whose weekend is not Saturday and Sunday. */
import { finding } from "../../diagnostics/registry.ts";
import { weekendOf } from "../calendars.ts";
import { written } from "../clauses.ts";
import { resolveCalendar } from "../names.ts";
import type { Rule } from "../view.ts";
import { mentionsOf } from "../workdays.ts";

export const calendarOtherWeekend: Rule = {
  *job({ triggers, settings: { calendar }, in: { file, text, context } }) {
    const { name = "", files = () => undefined } = context;
    const found = calendar && resolveCalendar(calendar.name.text, { name, file }, files);
    const weekend = found && weekendOf(found.calendar, found.from, files);
    if (!weekend || weekend.join() === "6,7") return;
    // One finding a job: every further mention is the same thought.
    const [first] = triggers.flatMap(({ trigger }) => mentionsOf(trigger, ["weekday", "weekend"]));
    if (!first) return;
    const said = written(text, first);
    const days = /weekend/i.test(said) ? "Saturday and Sunday" : "Monday to Friday";
    yield finding("calendar/other-weekend", first, {
      written: said,
      days,
      weekend: weekend.map(dayName).join(" and "),
    });
  },
};

const dayNames = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

function dayName(weekday: number): string {
  return dayNames[weekday - 1] ?? String(weekday);
}
