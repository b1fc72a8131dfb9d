/** Jitter and spread: how much later than its time a fire starts. Its key and its time stay as written. */
import type { Milliseconds, Policy } from "../model/index.ts";
import { draw, seedOf } from "../trigger/index.ts";
import { fireKey } from "./key.ts";

/** Whole seconds below the policy's lengths: the spread is one for the job, the jitter one for each fire. */
export function startDelay(job: string, policy: Policy, fireAt: number): Milliseconds {
  const spread = policy.spread === undefined ? 0 : wholeSeconds(policy.spread, job);
  const jitter = policy.jitter === undefined ? 0 : wholeSeconds(policy.jitter, fireKey(job, fireAt));
  return spread + jitter;
}

function wholeSeconds(below: Milliseconds, seed: string): Milliseconds {
  return draw(seedOf(seed), 0, Math.ceil(below / 1000)) * 1000;
}
