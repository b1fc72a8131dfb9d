/** What the scheduler takes from Node where it is there; anywhere else it does without. */
import type { Run } from "../model/index.ts";

/** The part of Node's AsyncLocalStorage that is used. */
interface RunStorage {
  getStore(): Run | undefined;
  run<T>(run: Run | undefined, call: () => T): T;
}

const without: RunStorage = { getStore: () => undefined, run: (_run, call) => call() };

const storage: RunStorage = openStorage();

/** The run whose handler, guard or hook is calling; undefined outside of one, and where there is no async context. */
export function currentRun(): Run | undefined {
  return storage.getStore();
}

/** Calls so that `currentRun` answers with this run, in everything that follows from the call. */
export function within<T>(run: Run | undefined, call: () => T): T {
  return storage.run(run, call);
}

function openStorage(): RunStorage {
  const { process } = globalThis as { process?: { getBuiltinModule?: (id: string) => unknown } };
  try {
    const hooks = process?.getBuiltinModule?.("node:async_hooks") as
      | { AsyncLocalStorage?: new () => RunStorage }
      | undefined;
    return hooks?.AsyncLocalStorage === undefined ? without : new hooks.AsyncLocalStorage();
  } catch {
    return without;
  }
}
