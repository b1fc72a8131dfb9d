/** Events as lines of a log: each has a level, what it holds as fields, and a message. */
import type { EventName, Events } from "../model/index.ts";
import { isThenable } from "./thenable.ts";

/** Shaped as pino's loggers are: fields first, then the message. */
export interface Logger {
  error(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  info?(fields: object, message: string): void;
  debug?(fields: object, message: string): void;
}

export type LogLevel = keyof Logger;

/** `heard`: somebody listens to this event. */
export type Log = <N extends EventName>(name: N, event: Events[N], heard: boolean) => void;

/** How loud each event is. */
export const eventLevels: { readonly [N in EventName]: LogLevel } = {
  "run.started": "debug",
  "run.succeeded": "debug",
  "run.failed": "error",
  "run.retrying": "warn",
  "run.interrupted": "warn",
  "run.stubborn": "warn",
  "fire.skipped": "info",
  "fire.missed": "warn",
  "fire.merged": "info",
  "job.added": "debug",
  "job.removed": "info",
  "job.retimed": "info",
  "job.changed": "info",
  "job.renamed": "info",
  "job.paused": "info",
  "job.resumed": "info",
  "deadline.missed": "warn",
  "calendar.ending": "warn",
  "clock.stepped": "warn",
  "zones.differ": "warn",
  "store.waiting": "info",
  "store.failed": "error",
  "store.recovered": "info",
  "handler.failed": "error",
};

/** A logger of the app hears everything; without one the console hears of the errors that nobody listens to. */
export function createLog(logger: Logger | undefined): Log {
  if (logger === undefined) {
    return (name, event, heard) => {
      if (!heard && eventLevels[name] === "error") write(consoleLogger, "error", name, event);
    };
  }
  return (name, event) => write(logger, eventLevels[name], name, event);
}

const consoleLogger: Logger = {
  error: (fields, message) => console.error(`schedc: ${message}`, (fields as { err?: unknown }).err),
  warn: (_fields, message) => console.warn(`schedc: ${message}`),
};

function write(logger: Logger, level: LogLevel, name: EventName, event: Events[EventName]): void {
  if (logger[level] === undefined) return;
  // What a run gave is the app's, and may be large or secret.
  const { error, result: _, ...fields } = event as { readonly error?: unknown; readonly result?: unknown };
  const line = { event: name, ...fields, ...("error" in event && { err: error }) };
  try {
    const answer: unknown = logger[level]?.(line, messageOf(name, fields));
    // There is nobody left to tell.
    if (isThenable(answer)) Promise.resolve(answer).catch(() => {});
  } catch {
    // As above.
  }
}

function messageOf(
  name: EventName,
  { key, job, reason }: { readonly key?: string; readonly job?: string; readonly reason?: string },
): string {
  const what = key ?? job;
  return `${name}${what === undefined ? "" : ` ${what}`}${reason === undefined ? "" : `: ${reason}`}`;
}
