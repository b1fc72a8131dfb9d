/** Expectations of the times as written, over every day there is inside the life span. */
import { type DayItem, type ExpectNode, type Finding, finding, printClause, printOver } from "../../dsl/index.ts";
import type { CalendarTrigger } from "../../runtime/model/index.ts";
import { formatDate, localTime, parseDate } from "../../runtime/trigger/index.ts";
import { daySeconds, findFires, tallyOf, type Unit, type Written, writtenOf } from "../proof/index.ts";
import { localSecondText, someOf } from "./instants.ts";

type Never = Extract<ExpectNode["what"], { readonly kind: "never" }>;
type Count = Extract<ExpectNode["what"], { readonly kind: "count" }>;
type Every = Extract<Count["over"], { readonly kind: "every" }>;

/** Where counter-examples are sought first; before it only when there are none later. */
export interface Seek {
  readonly from: number;
}

/** No fire is among the seconds that the clauses hold. */
export function checkNever(
  node: ExpectNode,
  { clauses }: Never,
  all: readonly Written[],
  held: CalendarTrigger,
  seek: Seek,
): readonly Finding[] {
  const [filter] = writtenOf(held) ?? [];
  if (filter === undefined) return [];
  const found = all.flatMap((written) => findFires(written, filter, dayOf(seek)));
  if (found.length === 0) return [];
  const words = clauses.map((clause) => ` ${printClause(clause)}`).join("");
  return [finding("expect/fires-anyway", node.span, { clauses: words, fires: someOf(found.map(localSecondText)) })];
}

/** The same number in every whole period; `heldDays` gives the days of a list of their kinds. */
export function checkEvery(
  node: ExpectNode,
  { fires }: Count,
  over: Every,
  all: readonly Written[],
  heldDays: (items: readonly DayItem[]) => CalendarTrigger,
  seek: Seek,
): readonly Finding[] {
  const unit = unitOf(over, heldDays);
  if (unit === undefined) {
    return [
      finding("expect/unknown-fires", node.span, { reason: `fires are not counted every ${over.unit ?? "day"}` }),
    ];
  }
  const tally = tallyOf(all, unit, fires.value, dayOf(seek));
  if (tally === undefined) return [finding("expect/no-whole-period", node.span, { period: unit.unit })];
  if (tally.others.length === 0) return [];
  const words = tally.others.map(({ start, fires: count }) => `${count} ${periodWords(unit, start)}`);
  const params = { over: printOver(over), expected: fires.value, actual: someOf(words) };
  const fixes =
    tally.least === tally.most
      ? [
          {
            title: `expect ${tally.most}`,
            applicability: "unsafe" as const,
            edits: [{ span: fires.span, text: String(tally.most) }],
          },
        ]
      : [];
  return [finding("expect/other-count", node.span, params, { fixes })];
}

function unitOf({ unit, days }: Every, heldDays: (items: readonly DayItem[]) => CalendarTrigger): Unit | undefined {
  if (days) {
    const [held] = writtenOf(heldDays(days)) ?? [];
    return { unit: "day", ...(held && { among: held.days }) };
  }
  switch (unit) {
    case "day":
    case "minute":
    case "hour":
    case "week":
    case "month":
    case "quarter":
    case "year":
      return { unit };
    default:
      return undefined;
  }
}

function periodWords({ unit }: Unit, start: number): string {
  const date = formatDate(Math.floor(start / daySeconds));
  switch (unit) {
    case "minute":
    case "hour":
      return `at ${localSecondText(start)}`;
    case "day":
      return `on ${date}`;
    case "week":
      return `in the week of ${date}`;
    case "month":
      return `in ${date.slice(0, 7)}`;
    case "quarter":
      return `in the quarter of ${date.slice(0, 7)}`;
    case "year":
      return `in ${date.slice(0, 4)}`;
  }
}

function dayOf({ from }: Seek): number {
  return parseDate(localTime("UTC", from).date);
}
