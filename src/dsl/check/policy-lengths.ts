/** The lengths of time within policies, with the words that a finding says about each. */
import type { Count, PolicyNode } from "../tree/nodes.ts";

export interface PolicyLength {
  readonly count: Count;
  /** The words before it. */
  readonly setting: string;
  /** What a length of nothing would do; absent where it is harmless. */
  readonly zero?: string;
}

export function lengthsOf(policy: PolicyNode): readonly PolicyLength[] {
  switch (policy.policy) {
    case "grace":
      return [{ count: policy.count, setting: "grace", zero: "every start is a little late, so each would be missed" }];
    case "timeout":
      return [{ count: policy.count, setting: "timeout", zero: "no run could end in time" }];
    case "deadline":
      return [{ count: policy.count, setting: "must succeed within", zero: "no run could succeed in it" }];
    case "jitter":
    case "spread":
      return [{ count: policy.count, setting: policy.policy }];
    case "catchUp":
      return policy.within ? [{ count: policy.within, setting: "within", zero: "nothing is that recent" }] : [];
    case "retry":
      return [
        ...(policy.wait ? [{ count: policy.wait, setting: "wait", zero: "attempts follow at once without one" }] : []),
        ...(policy.upTo ? [{ count: policy.upTo, setting: "up to", zero: "no wait is that short" }] : []),
      ];
    default:
      return [];
  }
}
