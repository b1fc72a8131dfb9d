/** Signals that end a process stop its scheduler first. */
import type { Milliseconds, Scheduler } from "../model/index.ts";
import { onSignals } from "./platform.ts";

export interface SignalOptions {
  /** SIGTERM and SIGINT unless told. */
  readonly signals?: readonly string[];
  /** How long the first signal lets runs end; as `stop` has it unless told. */
  readonly drain?: Milliseconds;
}

/**
 * The first signal stops the scheduler, a second one stops it without waiting for runs. Once it has stopped, a signal
 * means again what it meant without this. What the process ends with is the app's; nothing here ends it. The answer
 * takes it back.
 */
export function stopOnSignals(
  scheduler: Pick<Scheduler, "stop">,
  { signals = ["SIGTERM", "SIGINT"], drain }: SignalOptions = {},
): () => void {
  let again = false;
  const off = onSignals(signals, () => {
    const options = again ? { drain: 0 } : drain === undefined ? {} : { drain };
    again = true;
    // A store that does not close was told of by its event.
    scheduler.stop(options).then(off, off);
  });
  return off;
}
