/** When a failed run tries again. */
import type { Milliseconds, Retry } from "../model/index.ts";
import { draw, seedOf } from "../trigger/index.ts";

/** The wait after so many failed attempts of one fire; undefined when none is left. */
export function retryWait(retry: Retry, failed: number, key: string): Milliseconds | undefined {
  if (failed > retry.times) return undefined;
  const wait = Math.min(grown(retry, failed), retry.upTo ?? Number.MAX_SAFE_INTEGER);
  if (!retry.jitter) return wait;
  const least = Math.ceil(wait / 2);
  return least + draw(seedOf(key), failed, wait - least + 1);
}

function grown({ wait, backoff }: Retry, failed: number): Milliseconds {
  switch (backoff) {
    case "fixed":
      return wait;
    case "linear":
      return wait * failed;
    case "exponential":
      return wait * 2 ** (failed - 1);
  }
}
