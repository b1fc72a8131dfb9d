/** Tells a wall clock that stepped, or a machine that slept, from time that simply passed. */
import type { Clock } from "./clock.ts";

export interface Step {
  /** What the wall clock should have read. */
  readonly from: number;
  /** What it reads. */
  readonly to: number;
}

export interface StepWatch {
  /** Takes the clocks as they are for right. */
  reset(): void;
  /** How the wall clock moved against the monotone one since last asked, if it did. */
  look(): Step | undefined;
}

/** Slewing and the grain of timers stay below this. */
export const TOLERANCE = 1_000;

export function watchSteps({ now, monotonic }: Pick<Clock, "now" | "monotonic">): StepWatch {
  let wall = now();
  let elapsed = monotonic();

  function reset(): void {
    wall = now();
    elapsed = monotonic();
  }

  return {
    reset,
    look() {
      const from = wall + monotonic() - elapsed;
      reset();
      return Math.abs(wall - from) > TOLERANCE ? { from: Math.round(from), to: wall } : undefined;
    },
  };
}
