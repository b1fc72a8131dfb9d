/**
 * What lowering cannot give a meaning to.
 *
 * The checks refuse such a sentence first and in better words, so a refusal is a net: it is caught at the border of
 * one job, which is then left out of the plan and, where no other finding names the reason, reported with this one.
 */
import type { Span } from "../../../dsl/index.ts";

export class Refusal extends Error {
  readonly span: Span;

  constructor(span: Span, reason: string) {
    super(reason);
    this.name = "Refusal";
    this.span = span;
  }
}

/** Ends the lowering of the job; the reason is what the user reads. */
export function refuse(node: { readonly span: Span }, reason: string): never {
  throw new Refusal(node.span, reason);
}
