/** What bounds a trigger whatever makes its times: zone, life span, windows, exceptions. */
import type { BoundClause } from "../../../dsl/index.ts";
import type { Scope, Window } from "../../../runtime/model/index.ts";
import { dateTimeText, endOf, startOf } from "./civil-text.ts";
import type { Clauses } from "./clauses.ts";
import type { LowerContext } from "./context.ts";
import { exceptions } from "./except.ts";
import { ordered } from "./order.ts";
import type { PickPeriod } from "./picks.ts";
import { refuse } from "./refusal.ts";
import { windowFilter, windowNamed } from "./windows.ts";

/** `filter`: whether `during` filters here, or has already become the ranges of a step. */
export function scopeOf(clauses: Clauses, period: PickPeriod, filter: boolean, context: LowerContext): Scope {
  const { from, until, during, except } = clauses;
  return {
    zone: zoneOf(clauses, context),
    ...(from && { from: boundText(from) }),
    ...(until && { until: boundText(until) }),
    ...(filter &&
      during && { during: filters(during.windows.map((name) => windowFilter(windowNamed(name, context), "within"))) }),
    ...(except && { except: exceptions(except, period, context) }),
  };
}

/** `in ZONE` of the sentence, else the job's. */
export function zoneOf(clauses: Clauses, context: LowerContext): string {
  return clauses.inZone?.zone.text ?? context.zone;
}

/** A DATE reaches from its first instant to its last. */
export function boundText({ kind, instant }: BoundClause): string {
  switch (instant.kind) {
    case "date":
      return kind === "from" ? startOf(instant) : endOf(instant);
    case "dateTime":
      return dateTimeText(instant);
    case "parameter":
      return refuse(instant, "templates are not compiled yet");
  }
}

function filters(windows: readonly Window[]): readonly Window[] {
  return ordered(windows);
}
