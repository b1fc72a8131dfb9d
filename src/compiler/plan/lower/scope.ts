/** What bounds a trigger whatever makes its times: zone, life span, windows, exceptions. */
import type { BoundClause } from "../../../dsl/index.ts";
import type { Scope, Window } from "../../../runtime/model/index.ts";
import { dateTimeText, endOf, startOf } from "./civil-text.ts";
import type { Clauses } from "./clauses.ts";
import type { LowerContext } from "./context.ts";
import { exceptions } from "./except.ts";
import { ordered } from "./order.ts";
import { hole, noParameters, type Parameters, zoneText } from "./parameters.ts";
import type { PickPeriod } from "./picks.ts";
import { windowFilter, windowNamed } from "./windows.ts";

/** `filter`: whether `during` filters here, or has already become the ranges of a step. */
export function scopeOf(clauses: Clauses, period: PickPeriod, filter: boolean, context: LowerContext): Scope {
  const { from, until, during, except } = clauses;
  return {
    zone: zoneOf(clauses, context),
    ...(from && { from: boundText(from, context.parameters) }),
    ...(until && { until: boundText(until, context.parameters) }),
    ...(filter &&
      during && { during: filters(during.windows.map((name) => windowFilter(windowNamed(name, context), "within"))) }),
    ...(except && { except: exceptions(except, period, context) }),
  };
}

/** `in ZONE` of the sentence, else the job's. */
export function zoneOf(clauses: Clauses, context: LowerContext): string {
  return clauses.inZone ? zoneText(clauses.inZone.zone.text, context.parameters) : context.zone;
}

/** A DATE reaches from its first instant to its last. */
export function boundText({ kind, instant }: BoundClause, parameters: Parameters = noParameters): string {
  switch (instant.kind) {
    case "date":
      return kind === "from" ? startOf(instant) : endOf(instant);
    case "dateTime":
      return dateTimeText(instant);
    case "parameter":
      if (parameters.get(instant.name) !== "date") return hole(instant.name);
      return `${hole(instant.name)}T${kind === "from" ? "00:00:00" : "23:59:59"}`;
  }
}

function filters(windows: readonly Window[]): readonly Window[] {
  return ordered(windows);
}
