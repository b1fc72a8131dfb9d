/** What a job is expected to fire. */
import type { ExpectNode } from "../tree/nodes.ts";
import { printClauses } from "./clauses.ts";
import { printDate, printDays } from "./days.ts";
import { printList } from "./text.ts";
import { printInstant, printPoint } from "./times.ts";

export function printExpect({ what }: ExpectNode): string {
  switch (what.kind) {
    case "points":
      return `expect ${printList(what.points, printPoint)} after ${printInstant(what.after)}`;
    case "never":
      return `expect never${printClauses(what.clauses)}`;
    case "count":
      return `expect ${what.fires.value} fires ${printOver(what.over)}`;
  }
}

/** What the fires are counted over, from its preposition on. */
export function printOver(over: Extract<ExpectNode["what"], { kind: "count" }>["over"]): string {
  switch (over.kind) {
    case "date":
      return `on ${printDate(over.date)}`;
    case "span":
      return `from ${printInstant(over.from)} until ${printInstant(over.until)}`;
    case "every":
      return `every ${over.unit ?? printDays(over.days ?? [], "singular")}`;
  }
}
