/** What a file may ask of the compiler; beyond it is one finding. */

export interface Limits {
  /** UTF-16 units of one file. */
  readonly fileSize: number;
  /** Depth of groups, brackets and braces; never more than `hardNesting`. */
  readonly nesting: number;
  /** Items of one list. */
  readonly list: number;
  /** Findings of one file; the rest is counted. */
  readonly findings: number;
}

export const defaultLimits: Limits = { fileSize: 2_000_000, nesting: 32, list: 1_000, findings: 200 };

/** However far the limit is lifted: what the rooms that walk the tree can descend without exhausting the stack. */
export const hardNesting = 200;
