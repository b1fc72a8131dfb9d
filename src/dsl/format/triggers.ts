/** Triggers: the part of a statement that says when, its clauses in their one order. */
import type { Head, OnceNode, RunNode, TriggerNode } from "../tree/nodes.ts";
import { printCall, printPath } from "./calls.ts";
import { printClauses } from "./clauses.ts";
import { printDays } from "./days.ts";
import { printList, printString } from "./text.ts";
import { printCount, printPoint } from "./times.ts";

/** The trigger alone, in canonical spelling, on one line. */
export function printTrigger(trigger: TriggerNode): string {
  switch (trigger.kind) {
    case "every":
      return `every ${printHead(trigger.head)}${printClauses(trigger.clauses)}`;
    case "once":
      return `once ${printOnce(trigger.what)}${trigger.zone ? ` in ${trigger.zone.text}` : ""}`;
    case "after":
      return `after ${trigger.parts.map(({ path, verb }) => `${printPath(path)} ${verb}`).join(" and ")}`;
    case "cron":
      return `cron ${printString(trigger.expression.value)}${printClauses(trigger.clauses)}`;
    case "custom":
      return `custom ${printCall(trigger.call)}${printClauses(trigger.clauses)}`;
  }
}

function printHead(head: Head): string {
  switch (head.kind) {
    case "count":
      return `${printCount(head.count)}${head.afterCompletion ? " after completion" : ""}`;
    case "unit":
      return head.unit;
    case "days":
      return printDays(head.days, "singular");
  }
}

function printOnce(what: OnceNode["what"]): string {
  switch (what.kind) {
    case "at":
      return `at ${printList(what.points, printPoint)}`;
    case "startup":
      return "on startup";
    case "offset":
      return `${printCount(what.count)} ${what.side} ${printPoint(what.point)}`;
  }
}

export function printRun(run: RunNode): string {
  return `run ${printCall(run.call)}`;
}
