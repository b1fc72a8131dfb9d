/** The one timer. It never sleeps for longer than half a minute, so that a wall clock that moved is soon seen. */
import type { Clock } from "./clock.ts";

export const LONGEST_SLEEP = 30_000;

export interface Loop {
  /** Wakes after at most so many milliseconds; an earlier waking that is set stays. */
  wakeIn(milliseconds: number): void;
  stop(): void;
  /** When it is to wake, by the monotone clock; Infinity when nothing is set. */
  wakesAt(): number;
}

export interface LoopOptions {
  readonly clock: Clock;
  /** Whether a waiting timer keeps the process alive. */
  keepsAlive(): boolean;
  wake(): void;
}

export function createLoop({ clock, keepsAlive, wake }: LoopOptions): Loop {
  let timer: { readonly handle: unknown; readonly at: number } | undefined;

  function stop(): void {
    if (timer !== undefined) clock.clearTimeout(timer.handle);
    timer = undefined;
  }

  return {
    stop,
    wakesAt: () => timer?.at ?? Number.POSITIVE_INFINITY,
    wakeIn(milliseconds) {
      const delay = Math.max(0, Math.min(milliseconds, LONGEST_SLEEP));
      const at = clock.monotonic() + delay;
      if (timer !== undefined && timer.at <= at) return;
      stop();
      const handle = clock.setTimeout(() => {
        timer = undefined;
        wake();
      }, Math.ceil(delay));
      timer = { handle, at };
      if (!keepsAlive()) (handle as { unref?: () => void } | undefined)?.unref?.();
    },
  };
}
