/** Expectations of real instants: the next fires, those of a date, those between two instants. */
import { type DateNode, type ExpectNode, type Finding, finding, type InstantNode, printOver } from "../../dsl/index.ts";
import type { Trigger } from "../../runtime/model/index.ts";
import { fires, resolvePoint, resolveUntil } from "../../runtime/trigger/index.ts";
import { boundText, dateText, pointText } from "../plan/index.ts";
import { instantText, someOf } from "./instants.ts";

type Points = Extract<ExpectNode["what"], { readonly kind: "points" }>;
type Count = Extract<ExpectNode["what"], { readonly kind: "count" }>;

/** The next fires, no more and no fewer than were written; after a date means after its end. */
export function checkPoints(node: ExpectNode, what: Points, trigger: Trigger, zone: string): readonly Finding[] {
  const wanted = [...new Set(what.points.map((point) => resolvePoint(pointText(point), zone)))].sort((a, b) => a - b);
  const after = endOf(what.after, zone);
  const actual = [...fires(trigger, { after, limit: wanted.length })];
  const missing = wanted.filter((at) => !actual.includes(at));
  const extra = actual.filter((at) => !wanted.includes(at));
  if (missing.length === 0 && extra.length === 0) return [];
  const texts = (instants: readonly number[]): string => someOf(instants.map((at) => instantText(at, zone)));
  const [first, last] = [what.points[0], what.points.at(-1)];
  const list = actual.map((at) => instantText(at, zone)).join(", ");
  const fixes =
    first && last && actual.length > 0
      ? [
          {
            title: "expect the fires that there are",
            applicability: "unsafe" as const,
            edits: [{ span: { start: first.span.start, end: last.span.end }, text: list }],
          },
        ]
      : [];
  const params = { after: boundWords(what.after, zone), missing: texts(missing), extra: texts(extra) };
  return [finding("expect/other-fires", node.span, params, { fixes })];
}

/** So many fires between two instants, both within. */
export function checkCount(
  node: ExpectNode,
  { fires: count, over }: Count,
  trigger: Trigger,
  zone: string,
): readonly Finding[] {
  if (over.kind === "every") return [];
  const [from, until] = over.kind === "date" ? [over.date, over.date] : [over.from, over.until];
  const [start, end] = [startOf(from, zone), endOf(until, zone)];
  // One more than expected is enough to know; the true number is told where it is not much larger.
  const limit = Math.max(count.value + 1, 10_000);
  let actual = 0;
  const shown: number[] = [];
  for (const at of fires(trigger, { after: start - 1, until: end, limit })) {
    actual++;
    if (shown.length < 10) shown.push(at);
  }
  if (actual === count.value) return [];
  const times = shown.length === 0 ? "" : `: ${someOf(shown.map((at) => instantText(at, zone)))}`;
  const number = actual === limit ? `${limit} or more` : String(actual);
  const fixes =
    actual === limit
      ? []
      : [
          {
            title: `expect ${actual}`,
            applicability: "unsafe" as const,
            edits: [{ span: count.span, text: String(actual) }],
          },
        ];
  const params = { over: printOver(over), expected: count.value, actual: `${number}${times}` };
  return [finding("expect/other-count", node.span, params, { fixes })];
}

function startOf(instant: InstantNode | DateNode, zone: string): number {
  return resolvePoint(boundText({ kind: "from", instant, span: instant.span }), zone);
}

/** A date lasts to its last instant. */
function endOf(instant: InstantNode | DateNode, zone: string): number {
  return resolveUntil(boundText({ kind: "until", instant, span: instant.span }), zone);
}

function boundWords(instant: InstantNode, zone: string): string {
  if (instant.kind === "date") return dateText(instant);
  return instantText(startOf(instant, zone), zone);
}
