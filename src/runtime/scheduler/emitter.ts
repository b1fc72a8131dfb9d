/** Events to their listeners. Nothing a listener does reaches the scheduler but as an event of its own. */
import type { EventName, Events, Listener, ListenOptions, ListenToJobs } from "../model/index.ts";
import { publish } from "./channels.ts";
import type { Log } from "./log.ts";
import { isThenable } from "./thenable.ts";

export interface Emitter {
  on(name: EventName | "*", listener: Listener<never>, options: ListenOptions | ListenToJobs<string>): () => void;
  emit<N extends EventName>(name: N, event: Events[N]): void;
}

export interface EmitterHost {
  readonly log: Log;
  /** Hears each event before any listener, and is none itself. */
  readonly watch: <N extends EventName>(name: N, event: Events[N]) => void;
}

interface Entry {
  readonly call: (event: unknown) => unknown;
  readonly passive: boolean;
  /** The jobs whose events it hears; all events where there are none. */
  readonly of: object | undefined;
}

export function createEmitter({ log, watch }: EmitterHost): Emitter {
  const listeners = new Map<EventName | "*", Set<Entry>>();

  function emit<N extends EventName>(name: N, event: Events[N]): void {
    watch(name, event);
    publish(name, event);
    const heard = deliver(name, listeners.get(name), event);
    const all = listeners.get("*");
    const heardByAll = deliver(name, all, all === undefined ? undefined : { ...event, name });
    log(name, event, heard || heardByAll);
  }

  /** Whether anyone heard it who listens for more than to count. */
  function deliver(name: EventName, entries: ReadonlySet<Entry> | undefined, event: unknown): boolean {
    let heard = false;
    if (entries === undefined || entries.size === 0) return heard;
    for (const entry of [...entries]) {
      if (!entries.has(entry) || !concerns(event, entry)) continue;
      if (!entry.passive) heard = true;
      try {
        const answer = entry.call(event);
        if (isThenable(answer)) Promise.resolve(answer).catch((error: unknown) => listenerFailed(name, error));
      } catch (error) {
        listenerFailed(name, error);
      }
    }
    return heard;
  }

  function listenerFailed(during: EventName, error: unknown): void {
    const event = { where: "listener", error } as const;
    // A listener of failures that itself fails is not told of again: that would never end.
    if (during === "handler.failed") log("handler.failed", event, false);
    else emit("handler.failed", event);
  }

  return {
    emit,
    on(name, listener, options) {
      const { passive = false } = options;
      const of = "of" in options ? options.of : undefined;
      const entry: Entry = { call: listener as (event: unknown) => unknown, passive, of };
      const entries = listeners.get(name) ?? new Set();
      listeners.set(name, entries);
      entries.add(entry);
      return () => {
        entries.delete(entry);
      };
    },
  };
}

function concerns(event: unknown, { of }: Entry): boolean {
  if (of === undefined) return true;
  const { job } = event as { readonly job?: string };
  return job !== undefined && Object.hasOwn(of, job);
}
