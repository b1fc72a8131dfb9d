/**
 * A life that ends before it begins. Both ends are within, so the same date twice is one day. Reported only where
 * it is so in every zone; times without an offset are not held against instants closer than clocks can differ.
 */
import { finding } from "../../diagnostics/registry.ts";
import { replace, unsafe } from "../../fix/edits.ts";
import type { InstantNode } from "../../tree/nodes.ts";
import { clauseOf, clausesOf, written } from "../clauses.ts";
import { secondsPerDay } from "../heads.ts";
import type { Rule } from "../view.ts";

export const triggerUntilBeforeFrom: Rule = {
  *trigger({ trigger, of: { in: view } }) {
    const from = clauseOf(clausesOf(trigger), "from");
    const until = clauseOf(clausesOf(trigger), "until");
    if (!from || !until || !isBefore(until.instant, from.instant)) return;
    const [start, end] = [written(view.text, from.instant.span), written(view.text, until.instant.span)];
    const swap = unsafe("swap the two", replace(from.instant.span, end), replace(until.instant.span, start));
    yield finding("trigger/until-before-from", until.span, { from: start, until: end }, { fixes: [swap] });
  },
};

/** Surely before, whatever the zone: a local time and an instant may be 26 hours apart in what they show. */
function isBefore(until: InstantNode, from: InstantNode): boolean {
  const [first, last] = [secondsOf(from, 0), secondsOf(until, secondsPerDay - 1)];
  if (!first || !last) return false;
  const slack = first.local === last.local ? 0 : 26 * 3600;
  return last.seconds + slack < first.seconds;
}

/** Seconds since 1970 as the clock reads; for an offset in UTC. A date alone counts from `ofDay`. */
function secondsOf(instant: InstantNode, ofDay: number) {
  if (instant.kind === "parameter") return undefined;
  const { year, month, day } = instant.kind === "date" ? instant : instant.date;
  const midnight = Date.UTC(year, month - 1, day) / 1000;
  if (instant.kind === "date") return { seconds: midnight + ofDay, local: true };
  return { seconds: midnight + instant.seconds - (instant.offset ?? 0) * 60, local: instant.offset === undefined };
}
