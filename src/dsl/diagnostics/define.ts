/** The form of the registry's entries: texts with typed parameters, so that a finding with a missing one does not compile. */
import type { Severity } from "./diagnostic.ts";

export interface Entry<P> {
  readonly severity: Severity;
  /** What: first line, in the user's own word. */
  readonly message: (params: P) => string;
  /** Why it matters: the first paragraph of its page. */
  readonly why: string;
  /** What to do. */
  readonly help?: (params: P) => string;
}

/** An entry whose message takes these parameters. */
export function entry<P = Record<never, never>>(spec: Entry<P>): Entry<P> {
  return spec;
}
