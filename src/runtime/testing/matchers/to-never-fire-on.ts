/** `toNeverFireOn`: no fire lies on such a day, proven by looking at each of them. */
import { SchedcError } from "../../model/index.ts";
import { formatDate, localTime, parseDate, resolvePoint } from "../../trigger/index.ts";
import { readSubject, type Subject, UNTIMED } from "../subject.ts";
import { type MatcherContext, type MatcherResult, refuse } from "./contract.ts";
import { type Days, readDays } from "./days.ts";
import { around, listOf, messageOf, showAt } from "./message.ts";
import { type MomentSpan, readSpan } from "./to-fire-times.ts";

/** All fire times there are: from 1900 to the end of 2400 in any zone. */
const ALWAYS = { from: Date.UTC(1899, 11, 30), until: Date.UTC(2401, 0, 3) };

/**
 * A day is that which the clock of the trigger's zone shows at the fire. Without a span, each day from 1900 to 2400 is
 * asked for its fires, which is all that there are; a function that gives fire times can only be asked for a span.
 */
export function toNeverFireOn(this: MatcherContext, received: unknown, days: Days, span?: MomentSpan): MatcherResult {
  const subject = readSubject(received);
  if (typeof subject === "string") return refuse(this, "toNeverFireOn", subject);
  const isMeant = readDays(days);
  const untimed = [...subject.kinds].find((kind) => UNTIMED.has(kind));
  if (untimed !== undefined) {
    return refuse(this, "toNeverFireOn", `${subject.name} fires by ${untimed} as well, on whatever day that is`);
  }
  if (span === undefined && subject.kinds.has("custom")) {
    throw new SchedcError(
      `The fire times of ${subject.name} come from a function, which cannot be asked for all of them: give a span, ` +
        '{ from: "2026-01-01", until: "2027-01-01" }.',
      { code: "test/needs-span" },
    );
  }
  const { from, until } = span === undefined ? ALWAYS : readSpan(span, subject.zone);
  const fired = firstOn(subject, isMeant, from, until);
  if (fired !== undefined) {
    const lines = () => listOf(subject, [{ at: fired, mark: "✗" }, ...around(subject, fired).map((at) => ({ at }))]);
    const claim = () => `fires on ${showAt(subject, fired)}, and should never fire ${daysText(days)}.`;
    return { pass: false, message: () => messageOf(subject, claim(), lines()) };
  }
  const claim = () =>
    `never fires ${daysText(days)}${span === undefined ? "" : ` from ${showAt(subject, from)} until ${showAt(subject, until)}`}, and should.`;
  return { pass: true, message: () => messageOf(subject, claim(), []) };
}

/** The first fire of the span on a day that is meant, by one question for each such day at most. */
function firstOn(
  { fires, zone = "UTC" }: Subject,
  isMeant: (day: number) => boolean,
  from: number,
  until: number,
): number | undefined {
  const dayAt = (instant: number): number => parseDate(localTime(zone, instant).date);
  const last = dayAt(until - 1);
  let fired = fires.next(from - 1);
  while (fired !== undefined && fired < until) {
    let day = dayAt(fired);
    if (isMeant(day)) return fired;
    do day++;
    while (day <= last && !isMeant(day));
    if (day > last) return undefined;
    fired = fires.next(Math.max(fired, resolvePoint(formatDate(day), zone) - 1));
  }
  return undefined;
}

function daysText(days: Days): string {
  if (typeof days === "function") return "on the days that are asked for";
  return `on ${(typeof days === "string" ? [days] : days).join(", ")}`;
}
