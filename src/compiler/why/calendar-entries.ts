/** The entries of a calendar that decide an instant: those without which the trigger would answer otherwise. */
import type { Span } from "../../dsl/index.ts";
import type { Calendar, CalendarTrigger, DaySet, Trigger } from "../../runtime/model/index.ts";
import { formatDate, isFire, localTime, parseDate, weekdayOf } from "../../runtime/trigger/index.ts";
import { dayName } from "../explain/lists.ts";
import { type CalendarMark, marksOf, withoutMark } from "../plan/index.ts";
import { daySeconds } from "../proof/index.ts";
import type { Reason } from "./types.ts";

/** How far from an instant, in days, an entry is looked for: as far as a move or a count of a month leads. */
const around = 31;

/** A calendar that closes much is told by its nearest entries. */
const most = 5;

/** `calendar` is the one in force, as it was lowered; each reason is a difference that was seen, not guessed. */
export function entryReasons(
  member: Trigger,
  instant: number,
  calendar: Calendar | undefined,
  span: Span,
): readonly Reason[] {
  if (calendar === undefined || !("zone" in member) || member.calendar === undefined) return [];
  const fires = isFire(member, instant);
  const today = parseDate(localTime(member.zone, instant).date);
  return marksOf(calendar)
    .flatMap((mark) => {
      const day = nearestDay(mark.days, today);
      return day === undefined ? [] : [{ mark, day }];
    })
    .filter(({ mark }) => isFire({ ...member, calendar: withoutMark(calendar, mark) }, instant) !== fires)
    .sort((a, b) => Math.abs(a.day - today) - Math.abs(b.day - today))
    .slice(0, most)
    .map(({ mark, day }) => ({ kind: "days", text: `${wordsOf(mark, day)}: without it ${otherwise(fires)}`, span }));
}

/** The names of a calendar's entries that close a day, each with the comma before it. */
export function namesOn(calendar: Calendar | undefined, day: number): string {
  const closing = (calendar ? marksOf(calendar) : []).filter(({ open, days }) => !open && holds(days, day));
  return closing.flatMap(({ label }) => (label === undefined ? [] : [`, "${label}"`])).join("");
}

function otherwise(fires: boolean): string {
  return fires ? "there would be no fire here" : "there would be a fire here";
}

function wordsOf({ open, label }: CalendarMark, day: number): string {
  const name = label === undefined ? "" : `, "${label}"`;
  return `${dayName(weekdayOf(day))} ${formatDate(day)} is ${open ? "kept open" : "a holiday"}${name}`;
}

/** The day of the set that lies nearest, the earlier of two. */
function nearestDay(days: DaySet, today: number): number | undefined {
  for (let by = 0; by <= around; by++) {
    if (holds(days, today - by)) return today - by;
    if (holds(days, today + by)) return today + by;
  }
  return undefined;
}

function holds(days: DaySet, day: number): boolean {
  const others: CalendarTrigger = {
    kind: "calendar",
    zone: "UTC",
    days: [{}],
    except: days,
    times: { at: ["00:00"] },
    dst: { gap: "skip", overlap: "first" },
  };
  return !isFire(others, day * daySeconds * 1000);
}
