/** Spans of dates that end before they start; both ends are within, so one date twice is a day. */
import { finding } from "../../diagnostics/registry.ts";
import { replace, unsafe } from "../../fix/edits.ts";
import type { DateNode, DateTimeNode } from "../../tree/nodes.ts";
import { written } from "../clauses.ts";
import type { Rule } from "../view.ts";

export const dayBackwardDates: Rule = {
  *file({ parts, text }) {
    for (const { from, to, span } of parts.dateSpans) {
      if (!to || !isBefore(to, from)) continue;
      const [first, last] = [written(text, from.span), written(text, to.span)];
      const swap = unsafe("swap the two", replace(from.span, last), replace(to.span, first));
      yield finding("day/backward-dates", span, { from: first, to: last }, { fixes: [swap] });
    }
  },
};

/** Surely before: a local time and an instant may be 26 hours apart in what they show. */
function isBefore(to: DateNode | DateTimeNode, from: DateNode | DateTimeNode): boolean {
  const slack = isInstant(to) === isInstant(from) ? 0 : 26 * 3600;
  return secondsOf(to) + slack < secondsOf(from);
}

function isInstant(node: DateNode | DateTimeNode): boolean {
  return node.kind === "dateTime" && node.offset !== undefined;
}

/** As the clock reads, for an instant in UTC. */
function secondsOf(node: DateNode | DateTimeNode): number {
  const { year, month, day } = node.kind === "date" ? node : node.date;
  const midnight = Date.UTC(year, month - 1, day) / 1000;
  if (node.kind === "date") return midnight;
  return midnight + node.seconds - (node.offset ?? 0) * 60;
}
