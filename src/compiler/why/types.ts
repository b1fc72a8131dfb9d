/** Why a job fires at an instant, or does not. */
import type { Span } from "../../dsl/index.ts";

/** Instants are epoch milliseconds. */
export interface Why {
  readonly id: string;
  readonly instant: number;
  /** Whose clock the job is read on. */
  readonly zone: string;
  /** Undefined where some trigger's fires cannot be known beforehand, and no other fires. */
  readonly fires: boolean | undefined;
  /** In source order. */
  readonly triggers: readonly TriggerWhy[];
  /** What could delay or withhold the run of a fire; empty where there is none. */
  readonly policies: readonly Reason[];
  /** The nearest fires to either side; absent where there is none. */
  readonly before?: number;
  readonly after?: number;
}

export interface TriggerWhy {
  /** In canonical spelling. */
  readonly sentence: string;
  readonly span: Span;
  readonly fires: boolean | undefined;
  /** How it came to fire; or every clause that keeps it from firing, the nearest first: times, windows, days, bounds. */
  readonly reasons: readonly Reason[];
}

export interface Reason {
  readonly kind: "dst" | "times" | "exception" | "window" | "days" | "bound" | "merge" | "unknown" | "policy";
  readonly text: string;
  /** The clause that says so. */
  readonly span: Span;
}
