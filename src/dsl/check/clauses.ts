/** The clauses of a trigger by their kind, and where one would be written. */
import type { Span } from "../source/span.ts";
import { clauseOrder } from "../tree/clause-order.ts";
import type { Clause, EveryNode, TriggerNode } from "../tree/nodes.ts";

export type ClauseKind = Clause["kind"];
/** The clauses whose kind may be `K`; a bound is both `from` and `until`. */
type ClauseOf<K extends ClauseKind, C = Clause> = C extends Clause ? (K extends C["kind"] ? C : never) : never;

/** The first clause of a kind: in a correct tree the only one. */
export function clauseOf<K extends ClauseKind>(clauses: readonly Clause[], kind: K): ClauseOf<K> | undefined {
  return clauses.find((clause) => clause.kind === kind) as ClauseOf<K> | undefined;
}

export function clausesOf(trigger: TriggerNode): readonly Clause[] {
  return trigger.kind === "once" || trigger.kind === "after" ? [] : trigger.clauses;
}

/** Where a clause of this kind would be written: right behind the last that comes before it in the printed order. */
export function placeFor(every: EveryNode, kind: ClauseKind): number {
  const rank = clauseOrder.indexOf(kind);
  const before = every.clauses.filter((clause) => clauseOrder.indexOf(clause.kind) < rank);
  return Math.max(every.head.span.end, ...before.map((clause) => clause.span.end));
}

/** How a clause is named in a sentence about it. */
export const clauseWords: Readonly<Record<ClauseKind, string>> = {
  ranges: "daily range",
  at: "`at`",
  on: "`on`",
  offset: "offset",
  inZone: "`in` with a zone",
  inMonths: "`in` with months",
  inWeeks: "`in even weeks` or `in odd weeks`",
  during: "`during`",
  from: "`from`",
  until: "`until`",
  except: "`except`",
};

/** The text of a place as it was written. */
export function written(text: string, span: Span): string {
  return text.slice(span.start, span.end);
}
