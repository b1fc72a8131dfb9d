/** The one timer. It never sleeps for longer than half a minute, so that a wall clock that moved is soon seen. */
import type { Clock } from "./clock.ts";
import { within } from "./platform.ts";

export const LONGEST_SLEEP = 30_000;

export interface Loop {
  /** Wakes after at most so many milliseconds; an earlier waking that is set stays. */
  wakeIn(milliseconds: number): void;
  stop(): void;
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
    wakeIn(milliseconds) {
      const delay = Math.max(0, Math.min(milliseconds, LONGEST_SLEEP));
      const at = clock.monotonic() + delay;
      if (timer !== undefined && timer.at <= at) return;
      stop();
      // Outside of any run, so that no later one is taken for part of it.
      const handle = within(undefined, () =>
        clock.setTimeout(() => {
          timer = undefined;
          wake();
        }, Math.ceil(delay)),
      );
      timer = { handle, at };
      if (!keepsAlive()) (handle as { unref?: () => void } | undefined)?.unref?.();
    },
  };
}
