/** A store that takes its time to open, perhaps because another process holds it: said once, and waited for. */
import { later } from "./alarm.ts";
import type { Core } from "./core.ts";
import { LONGEST_SLEEP } from "./loop.ts";

export interface Standby {
  /** A stop ended the wait. */
  givenUp: boolean;
  end(): void;
}

/** Opening takes no longer where nobody else has the store, in milliseconds. */
const USUAL = 1_000;

export function standBy(core: Core): Standby {
  const since = core.clock.now();
  let cancel = later(core, USUAL, () => {
    core.emitter.emit("store.waiting", { since });
    wait();
  });
  /** A process that stands by has nothing else to live for. */
  function wait(): void {
    cancel = later(core, LONGEST_SLEEP, wait);
  }
  return { givenUp: false, end: () => cancel() };
}
