/** A stop that lets what runs come to its end, for a while. */
import type { Milliseconds } from "../model/index.ts";
import type { Core } from "./core.ts";
import { cutShort } from "./ending.ts";
import type { Flight } from "./flight.ts";
import type { Timed } from "./heap.ts";
import { currentRun } from "./platform.ts";

export interface Drain {
  readonly over: Promise<void>;
  /** Aborts what is left after so many milliseconds, if it was not to be sooner. */
  within(milliseconds: Milliseconds): void;
  look(): void;
}

export function createDrain(core: Core): Drain {
  const except = callingRun(core);
  const { promise, resolve } = Promise.withResolvers<void>();
  let alarm: Timed<() => void> | undefined;

  const left = (): Flight[] => [...core.flights].filter((flight) => flight !== except);
  function look(): void {
    if (left().length > 0 || core.hooks.size > 0) return;
    if (alarm !== undefined) core.elapsed.remove(alarm);
    alarm = undefined;
    resolve();
  }
  function abort(): void {
    alarm = undefined;
    for (const flight of left()) cutShort(core, flight, "stopped");
    core.hooks.clear();
    resolve();
  }

  return {
    over: promise,
    look,
    within(milliseconds) {
      const at = core.clock.monotonic() + milliseconds;
      if (alarm !== undefined && alarm.at <= at) return;
      if (alarm !== undefined) core.elapsed.remove(alarm);
      alarm = core.elapsed.put(at, abort);
      core.turn();
    },
  };
}

/** The run that calls, if it is one of this scheduler's: it cannot be waited for. */
function callingRun(core: Core): Flight | undefined {
  const run = currentRun();
  return run === undefined ? undefined : [...core.flights].find(({ key }) => key === run.key);
}
