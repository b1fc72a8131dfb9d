/** What a file may ask of the compiler; beyond it is one finding. */

export interface Limits {
  /** UTF-16 units of one file. */
  readonly fileSize: number;
  /** Depth of groups, brackets and braces. */
  readonly nesting: number;
  /** Items of one list. */
  readonly list: number;
  /** Findings of one file; the rest is counted. */
  readonly findings: number;
}

export const defaultLimits: Limits = { fileSize: 2_000_000, nesting: 32, list: 1_000, findings: 200 };
