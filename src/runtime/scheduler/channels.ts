/**
 * Node's diagnostics channels: one for each event, and the tracing channel of handlers. Whoever subscribes by name sees
 * every scheduler of the process, without holding one. Elsewhere, and while nobody subscribes, nothing is published.
 */
import type { EventName, Events, RunInfo } from "../model/index.ts";
import { builtin } from "./platform.ts";
import { isThenable } from "./thenable.ts";

/** The part of `node:diagnostics_channel` that is used. */
interface DiagnosticsChannel {
  channel(name: string): Channel;
  tracingChannel(name: string): TracingChannel;
}

interface Channel {
  readonly hasSubscribers: boolean;
  publish(message: unknown): void;
  runStores<T>(message: unknown, call: () => T): T;
}

interface TracingChannel {
  readonly start: Channel;
  readonly end: Channel;
  readonly asyncStart: Channel;
  readonly asyncEnd: Channel;
  readonly error: Channel;
}

/** What the five channels of a run are given, one object for all five. */
export interface RunTrace extends RunInfo {
  /** There once the handler has come back. */
  result?: unknown;
  /** There once it has failed. */
  error?: unknown;
}

/** The tracing channel of handlers: `tracing:schedc:run:start`, `…:end`, `…:asyncStart`, `…:asyncEnd`, `…:error`. */
export const RUN_CHANNEL = "schedc:run";

const diagnostics = builtin<DiagnosticsChannel>("node:diagnostics_channel");
const runs = diagnostics?.tracingChannel(RUN_CHANNEL);
/** Held, since a channel that nobody holds forgets its subscribers. */
const channels = new Map<EventName, Channel>();

/** Publishes an event, its name within, on `schedc:` and its name. */
export function publish<N extends EventName>(name: N, event: Events[N]): void {
  if (diagnostics === undefined) return;
  let channel = channels.get(name);
  if (channel === undefined) {
    channel = diagnostics.channel(`schedc:${name}`);
    channels.set(name, channel);
  }
  if (channel.hasSubscribers) channel.publish({ ...event, name });
}

/** Calls a handler inside of the tracing channel: what is bound to its `start` is there in all that follows from the call. */
export function traced(info: RunInfo, call: () => unknown): unknown {
  if (runs === undefined || !isWatched(runs)) return call();
  const trace: RunTrace = { ...info };
  return runs.start.runStores(trace, () => {
    try {
      const answer = call();
      if (isThenable(answer)) return followed(runs, trace, answer);
      trace.result = answer;
      return answer;
    } catch (error) {
      fail(runs, trace, error);
      throw error;
    } finally {
      runs.end.publish(trace);
    }
  });
}

function followed(channel: TracingChannel, trace: RunTrace, answer: PromiseLike<unknown>): Promise<unknown> {
  const ended = (): void => {
    channel.asyncStart.publish(trace);
    channel.asyncEnd.publish(trace);
  };
  return Promise.resolve(answer).then(
    (result) => {
      trace.result = result;
      ended();
      return result;
    },
    (error: unknown) => {
      fail(channel, trace, error);
      ended();
      throw error;
    },
  );
}

function fail(channel: TracingChannel, trace: RunTrace, error: unknown): void {
  trace.error = error;
  channel.error.publish(trace);
}

function isWatched({ start, end, asyncStart, asyncEnd, error }: TracingChannel): boolean {
  return (
    start.hasSubscribers ||
    end.hasSubscribers ||
    asyncStart.hasSubscribers ||
    asyncEnd.hasSubscribers ||
    error.hasSubscribers
  );
}
