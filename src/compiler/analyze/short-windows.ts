/** Steps longer than the named window that they count from: like ranges of the sentence's own, which the checks see. */
import { clauseOf, type Finding, finding } from "../../dsl/index.ts";
import { anchoringSpans, clockText, readHead } from "../plan/index.ts";
import type { Subject } from "./subject.ts";

/** A warning for each range of the windows in which the step has no second fire. */
export function findShortWindows({ node, context }: Subject): readonly Finding[] {
  if (node.kind !== "every" || node.head.kind === "days") return [];
  const head = readHead(node.head);
  const during = clauseOf(node.clauses, "during");
  const isFiltered = clauseOf(node.clauses, "ranges") !== undefined;
  if (head.kind !== "step" || during === undefined || isFiltered) return [];
  const zone = clauseOf(node.clauses, "inZone")?.zone.text ?? context.zone;
  return anchoringSpans(during, zone, context).flatMap(({ from, to }) => {
    if (head.every <= (to - from) * 1000) return [];
    const { parts } = node.head.kind === "count" ? node.head.count : { parts: [] };
    const said = parts.map(({ amount, unit }) => `${amount} ${unit}${amount === 1 ? "" : "s"}`).join(" ");
    const params = {
      head: said || (node.head.kind === "unit" ? node.head.unit : ""),
      range: `${clockText(from)}-${clockText(to % 86_400)}`,
    };
    return [finding("time/step-longer-than-range", during.span, params)];
  });
}
