/** Jobs that go on beyond the last day that their calendars are known for: told of once, thirty days before. */
import type { Trigger } from "../model/index.ts";
import { type PreparedTrigger, resolvePoint } from "../trigger/index.ts";
import type { Core } from "./core.ts";
import type { Job } from "./job.ts";

const AHEAD = 30 * 86_400_000;

/** To be called when a job begins to be watched and when its trigger changed. */
export function watchCalendars(core: Core, job: Job): void {
  forgetCalendars(core, job);
  const { trigger, timed } = job.definition;
  const end = firstEnd(trigger);
  if (end === undefined) return;
  job.calendarEnd = core.wall.put(end.at - AHEAD, () => {
    job.calendarEnd = undefined;
    if (goesOn(timed, end.at)) {
      core.ledger.after(() => core.emitter.emit("calendar.ending", { job: job.id, until: end.until }));
    }
  });
}

/** What waits for a completion has no fire set and no end; a custom trigger that throws is told of where it is due. */
function goesOn(timed: PreparedTrigger | undefined, after: number): boolean {
  try {
    return timed === undefined || timed.next(after) !== undefined;
  } catch {
    return true;
  }
}

export function forgetCalendars(core: Core, job: Job): void {
  if (job.calendarEnd !== undefined) core.wall.remove(job.calendarEnd);
  job.calendarEnd = undefined;
}

interface CalendarEnd {
  /** The last covered day. */
  readonly until: string;
  /** Its last second, in epoch milliseconds. */
  readonly at: number;
}

/** The first of the days on which what the trigger goes by ends. */
function firstEnd(trigger: Trigger): CalendarEnd | undefined {
  const members = trigger.kind === "union" ? trigger.of : [trigger];
  const ends = members.flatMap((member) => {
    if (!("zone" in member)) return [];
    const calendars = [member.calendar, ...(member.except?.holidays ?? [])];
    return calendars.flatMap((calendar) => {
      const until = calendar?.covers;
      return until === undefined ? [] : [{ until, at: resolvePoint(`${until}T23:59:59`, member.zone) }];
    });
  });
  return ends.reduce<CalendarEnd | undefined>((first, end) => (first && first.at <= end.at ? first : end), undefined);
}
