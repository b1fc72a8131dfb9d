/** The clauses of a sentence by their kind: each stands once, in any order. */
import type {
  AtClause,
  BoundClause,
  Clause,
  DuringClause,
  ExceptClause,
  InMonthsClause,
  InWeeksClause,
  InZoneClause,
  OffsetClause,
  OnClause,
  RangesClause,
} from "../../../dsl/index.ts";
import { refuse } from "./refusal.ts";

/** Named after the kind of each clause. */
export interface Clauses {
  readonly ranges?: RangesClause;
  readonly at?: AtClause;
  readonly on?: OnClause;
  readonly offset?: OffsetClause;
  readonly inZone?: InZoneClause;
  readonly inMonths?: InMonthsClause;
  readonly inWeeks?: InWeeksClause;
  readonly during?: DuringClause;
  readonly from?: BoundClause;
  readonly until?: BoundClause;
  readonly except?: ExceptClause;
}

/** By kind; a clause that stands twice has no meaning. */
export function gather(clauses: readonly Clause[]): Clauses {
  const found: Record<string, Clause> = {};
  for (const clause of clauses) {
    if (Object.hasOwn(found, clause.kind)) refuse(clause, "a clause stands once in a sentence");
    found[clause.kind] = clause;
  }
  return found as Clauses;
}
