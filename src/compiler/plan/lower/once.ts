/** `once …`: single instants, reckoned by the calendar alone, or each start of the scheduler. */
import type { Count, OnceNode, PointNode } from "../../../dsl/index.ts";
import type { InstantsTrigger, Point, StartupTrigger } from "../../../runtime/model/index.ts";
import { addDays, addMonths, type Civil, dateTimeText, localPoint, localText } from "./civil-text.ts";
import type { LowerContext } from "./context.ts";
import { elapsed, isElapsed, periods } from "./durations.ts";
import { ordered } from "./order.ts";
import { hole, isOpen, shiftedHole, zoneText } from "./parameters.ts";

/** A zone after the sentence goes before the job's. */
export function lowerOnce(node: OnceNode, context: LowerContext): InstantsTrigger | StartupTrigger {
  const { what } = node;
  const zone = node.zone ? zoneText(node.zone.text, context.parameters) : context.zone;
  switch (what.kind) {
    case "startup":
      return { kind: "startup" };
    case "at":
      return instants(what.points.map(pointText), zone);
    case "offset":
      return instants([offsetPoint(what.point, what.count, what.side, zone)], zone);
  }
}

function instants(at: readonly Point[], zone: string): InstantsTrigger {
  return { kind: "instants", zone, at: ordered(at) };
}

/** A local date and time, or an instant where an offset from UTC was written. */
export function pointText(point: PointNode): string {
  switch (point.kind) {
    case "dateTime":
      return dateTimeText(point);
    case "dateClock":
      return localText(point.date, point.clock.seconds);
    case "parameter":
      return hole(point.name);
  }
}

/** Hours and shorter are elapsed time; days and longer keep the clock and move the date. */
function offsetPoint(point: PointNode, count: Count, side: "before" | "after", zone: string): Point {
  const sign = side === "before" ? -1 : 1;
  if (isElapsed(count)) return { at: pointText(point), plus: sign * elapsed(count) };
  const { every, unit } = periods(count);
  if (point.kind === "parameter") return shiftedHole(point.name, sign * every, unit);
  if (isOpen(zone) && point.kind === "dateTime" && point.offset !== undefined) {
    return shiftedHole(pointText(point), sign * every, unit);
  }
  const { date, seconds } =
    point.kind === "dateTime" ? localPoint(point, zone) : { date: point.date, seconds: point.clock.seconds };
  return localText(shift(date, sign * every, unit), seconds);
}

/** By the calendar: a day that a month lacks becomes its last. */
function shift(date: Civil, by: number, unit: "day" | "week" | "month" | "quarter" | "year"): Civil {
  switch (unit) {
    case "day":
      return addDays(date, by);
    case "week":
      return addDays(date, by * 7);
    case "month":
      return addMonths(date, by);
    case "quarter":
      return addMonths(date, by * 3);
    case "year":
      return addMonths(date, by * 12);
  }
}
