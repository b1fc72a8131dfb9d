/** The clauses of a trigger in their canonical spelling. */
import { clauseOrder } from "../tree/clause-order.ts";
import type { Clause, ExceptItem, OffsetClause, OnClause } from "../tree/nodes.ts";
import { printAdjust, printDateSpan, printDay, printDays, printMonth, printNth, printYearDays } from "./days.ts";
import { printList } from "./text.ts";
import { printAtItem, printClock, printCount, printDateTime, printInstant, printRange } from "./times.ts";

/** Each clause after a space, in the one order; empty where there is none. */
export function printClauses(clauses: readonly Clause[]): string {
  const ordered = hasDoubtfulHours(clauses)
    ? clauses
    : clauses.toSorted((a, b) => clauseOrder.indexOf(a.kind) - clauseOrder.indexOf(b.kind));
  return ordered.map((clause) => ` ${printClause(clause)}`).join("");
}

/** `in dec 9-17` is refused for its two readings. Another order would choose one of them, so this one stays. */
function hasDoubtfulHours(clauses: readonly Clause[]): boolean {
  return clauses.some((clause, at) => {
    const next = clauses[at + 1];
    return clause.kind === "inMonths" && next?.kind === "ranges" && next.ranges[0]?.kind === "hours";
  });
}

export function printClause(clause: Clause): string {
  switch (clause.kind) {
    case "ranges":
      return printList(clause.ranges, printRange);
    case "at":
      return clause.random ? "at random" : `at ${printList(clause.items, printAtItem)}`;
    case "on":
      return `on ${printOn(clause.what)}${clause.adjust ? ` ${printAdjust(clause.adjust)}` : ""}`;
    case "offset":
      return `${printCount(clause.count)} ${clause.side} ${printOffsetFrom(clause.of)}`;
    case "inZone":
      return `in ${clause.zone.text}`;
    case "inMonths":
      return `in ${printList(clause.months, printMonth)}`;
    case "inWeeks":
      return `in ${clause.parity} weeks`;
    case "during":
      return `during ${clause.windows.map((name) => name.text).join(" or ")}`;
    case "from":
    case "until":
      return `${clause.kind} ${printInstant(clause.instant)}`;
    case "except":
      return `except ${printList(clause.items, printExceptItem)}`;
  }
}

function printOn(what: OnClause["what"]): string {
  switch (what.kind) {
    case "days":
      return printDays(what.days, "plural");
    case "yearDays":
      return printList(what.days, printYearDays);
    case "nth":
      return `the ${printList(what.nths, printNth)}`;
  }
}

function printOffsetFrom(of: OffsetClause["of"]): string {
  return of.kind === "nth" ? `the ${printNth(of)}` : printClock(of);
}

/** What is taken out may be of every kind in one list, so each ordinal keeps its own `the`. */
function printExceptItem(item: ExceptItem): string {
  switch (item.kind) {
    case "hours":
    case "clocks":
      return printRange(item);
    case "clock":
      return printClock(item);
    case "class":
      return printDay(item, "plural");
    case "named":
      return "name" in item ? item.name.text : printDay(item, "plural");
    case "dateSpan":
      return printDateSpan(item);
    case "instantSpan":
      return item.to ? `${printDateTime(item.from)} to ${printDateTime(item.to)}` : printDateTime(item.from);
    case "nth":
      return `the ${printNth(item)}`;
    case "yearDays":
      return printYearDays(item);
    case "months":
      return printMonth(item.month);
  }
}
