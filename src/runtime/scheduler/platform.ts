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
  // To enter no context from none costs nothing, and makes each context entered from there cheap.
  return run === undefined && storage.getStore() === undefined ? call() : storage.run(run, call);
}

/** One of Node's own modules, where this is Node or gives itself out for it. */
export function builtin<Module>(id: string): Module | undefined {
  const { process } = globalThis as { process?: { getBuiltinModule?: (id: string) => unknown } };
  try {
    return process?.getBuiltinModule?.(id) as Module | undefined;
  } catch {
    return undefined;
  }
}

function openStorage(): RunStorage {
  const hooks = builtin<{ AsyncLocalStorage?: new () => RunStorage }>("node:async_hooks");
  return hooks?.AsyncLocalStorage === undefined ? without : new hooks.AsyncLocalStorage();
}

/** Calls when the process is sent one of these signals, until the answer is called; where there are none, never. */
export function onSignals(signals: readonly string[], call: () => void): () => void {
  const { process } = globalThis as {
    process?: Partial<Record<"on" | "off", (signal: string, call: () => void) => unknown>>;
  };
  for (const signal of signals) process?.on?.(signal, call);
  return () => {
    for (const signal of signals) process?.off?.(signal, call);
  };
}
