/** A stop that lets what runs come to its end, for a while. */
import type { Milliseconds } from "../model/index.ts";
import type { Core } from "./core.ts";
import { cutShort } from "./ending.ts";
import type { Flight } from "./flight.ts";
import type { Timed } from "./heap.ts";

export interface Drain {
  /** For the runs that called stop and wait for it: all the others have ended. */
  readonly others: Promise<void>;
  readonly over: Promise<void>;
  /** Aborts what is left after so many milliseconds, if it was not to be sooner. `caller`: the key of the run that asks. */
  within(milliseconds: Milliseconds, caller: string | undefined): void;
  /** That run is not waited for any longer: it waits for a start, and goes on after it. */
  letGo(caller: string): void;
  look(): void;
}

/** What those that called stop have left once it aborts the others, in milliseconds: they were told by its end. */
const LAST_WORDS = 1_000;

export function createDrain(core: Core): Drain {
  /** Keys of the runs whose handler or hook waits for this stop: neither could ever come to its end before. */
  const callers = new Set<string>();
  const gone = new Set<string>();
  const others = Promise.withResolvers<void>();
  const over = Promise.withResolvers<void>();
  let alarm: Timed<() => void> | undefined;

  const left = (but: ReadonlySet<string>): Flight[] => [...core.flights].filter(({ key }) => !but.has(key));
  const isIdle = (but: ReadonlySet<string>): boolean =>
    left(but).length === 0 && [...core.hooks.values()].every((key) => but.has(key));

  function arm(at: number, call: () => void): void {
    if (alarm !== undefined) core.elapsed.remove(alarm);
    alarm = core.elapsed.put(at, call);
  }

  function look(): void {
    if (isIdle(new Set([...callers, ...gone]))) others.resolve();
    if (!isIdle(gone)) return;
    if (alarm !== undefined) core.elapsed.remove(alarm);
    alarm = undefined;
    over.resolve();
  }

  function abort(spared: ReadonlySet<string>): void {
    alarm = undefined;
    for (const flight of left(new Set([...spared, ...gone]))) cutShort(core, flight, "stopped");
    for (const [hook, key] of core.hooks) if (!spared.has(key)) core.hooks.delete(hook);
    if (spared.size > 0) arm(core.clock.monotonic() + LAST_WORDS, () => abort(new Set()));
    look();
  }

  return {
    others: others.promise,
    over: over.promise,
    look,
    letGo(caller) {
      gone.add(caller);
      core.turn();
    },
    within(milliseconds, caller) {
      if (caller !== undefined) callers.add(caller);
      const at = core.clock.monotonic() + milliseconds;
      if (alarm === undefined || at < alarm.at) arm(at, () => abort(callers));
      core.turn();
    },
  };
}
