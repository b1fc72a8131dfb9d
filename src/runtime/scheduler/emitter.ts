/** Events to their listeners. Nothing a listener does reaches the scheduler but as an event of its own. */
import type { EventName, Events, Listener } from "../model/index.ts";

export interface Logger {
  error(message: string, detail?: unknown): void;
}

export interface Emitter {
  on(name: EventName | "*", listener: Listener<never>): () => void;
  emit<N extends EventName>(name: N, event: Events[N]): void;
}

/** Failures that nobody listens to go to the logger, so that none is silent. */
const LOUD: ReadonlySet<EventName> = new Set(["run.failed", "handler.failed", "store.failed"]);

type AnyListener = (event: unknown) => unknown;

export function createEmitter(logger: Logger): Emitter {
  const listeners = new Map<EventName | "*", Set<{ readonly call: AnyListener }>>();

  function emit<N extends EventName>(name: N, event: Events[N]): void {
    const heard = deliver(name, listeners.get(name), event);
    const all = listeners.get("*");
    const heardByAll = deliver(name, all, all === undefined ? undefined : { ...event, name });
    if (!heard && !heardByAll && LOUD.has(name)) log(name, event as Events["run.failed"]);
  }

  function deliver(
    name: EventName,
    entries: ReadonlySet<{ readonly call: AnyListener }> | undefined,
    event: unknown,
  ): boolean {
    if (entries === undefined || entries.size === 0) return false;
    for (const entry of [...entries]) {
      if (!entries.has(entry)) continue;
      try {
        const answer = entry.call(event);
        if (isThenable(answer)) Promise.resolve(answer).catch((error: unknown) => listenerFailed(name, error));
      } catch (error) {
        listenerFailed(name, error);
      }
    }
    return true;
  }

  function listenerFailed(during: EventName, error: unknown): void {
    // A listener of failures that itself fails is not told of again: that would never end.
    if (during === "handler.failed") log("handler.failed", { error });
    else emit("handler.failed", { where: "listener", error });
  }

  function log(name: EventName, event: { readonly job?: string; readonly error: unknown }): void {
    try {
      const answer: unknown = logger.error(
        `schedc: ${name}${event.job === undefined ? "" : ` ${event.job}`}`,
        event.error,
      );
      // There is nobody left to tell.
      if (isThenable(answer)) Promise.resolve(answer).catch(() => {});
    } catch {
      // As above.
    }
  }

  return {
    emit,
    on(name, listener) {
      const entry = { call: listener as AnyListener };
      const entries = listeners.get(name) ?? new Set();
      listeners.set(name, entries);
      entries.add(entry);
      return () => {
        entries.delete(entry);
      };
    },
  };
}

/** Whether a value is to be awaited; one whose `then` cannot even be read counts as a plain value. */
export function isThenable(value: unknown): value is PromiseLike<unknown> {
  if ((typeof value !== "object" && typeof value !== "function") || value === null) return false;
  try {
    return typeof (value as { then?: unknown }).then === "function";
  } catch {
    return false;
  }
}
