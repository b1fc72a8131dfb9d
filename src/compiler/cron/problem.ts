/** What is wrong in an expression, by its place in it, before the file's own places are known. */
import type { Code } from "../../dsl/index.ts";

/** The codes that an expression can have. */
export type CronCode = Extract<Code, `cron/${string}`>;

/** A finding in the making: its place counted from the start of the expression, its parameters untyped. */
export interface Problem {
  readonly code: CronCode;
  readonly start: number;
  readonly end: number;
  readonly params: Readonly<Record<string, string | number>>;
}

/** Gathers what the readers find; an error means that the expression has no meaning. */
export interface Problems {
  readonly add: (
    code: CronCode,
    at: { readonly start: number; readonly text: string },
    params?: Problem["params"],
  ) => void;
  readonly found: readonly Problem[];
}

/** An empty collection. */
export function createProblems(): Problems {
  const found: Problem[] = [];
  return {
    add: (code, { start, text }, params = {}) => void found.push({ code, start, end: start + text.length, params }),
    found,
  };
}
