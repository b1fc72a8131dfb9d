import type { Trigger } from "../model/index.ts";

/** A trigger made ready to answer many times; instants are epoch milliseconds. */
export interface PreparedTrigger {
  /** The first fire strictly after; undefined when there is none. */
  next(after: number): number | undefined;
  /** The last fire strictly before. */
  previous(before: number): number | undefined;
}

export type PrepareTrigger = (trigger: Trigger) => PreparedTrigger;
