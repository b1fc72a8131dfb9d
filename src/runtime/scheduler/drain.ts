/** A stop that lets what runs come to its end, for a while. */
import type { Milliseconds } from "../model/index.ts";
import type { Core } from "./core.ts";
import { cutShort } from "./ending.ts";
import type { Flight } from "./flight.ts";
import type { Timed } from "./heap.ts";
import { currentRun } from "./platform.ts";

export interface Drain {
  readonly over: Promise<void>;
  /** Aborts what is left after so many milliseconds, if it was not to be sooner. The run that calls is not waited for. */
  within(milliseconds: Milliseconds): void;
  look(): void;
}

export function createDrain(core: Core): Drain {
  /** Keys of the runs whose handler or hook waits for this stop: neither could ever come to its end. */
  const callers = new Set<string>();
  const { promise, resolve } = Promise.withResolvers<void>();
  let alarm: Timed<() => void> | undefined;

  const left = (): Flight[] => [...core.flights].filter(({ key }) => !callers.has(key));
  function look(): void {
    if (left().length > 0 || [...core.hooks.values()].some((key) => !callers.has(key))) return;
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
      const caller = currentRun();
      if (caller !== undefined) callers.add(caller.key);
      const at = core.clock.monotonic() + milliseconds;
      if (alarm === undefined || at < alarm.at) {
        if (alarm !== undefined) core.elapsed.remove(alarm);
        alarm = core.elapsed.put(at, abort);
      }
      core.turn();
    },
  };
}
