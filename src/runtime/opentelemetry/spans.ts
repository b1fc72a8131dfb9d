/** A span for each run, over all its attempts, active in the handler. */
import {
  context,
  type Exception,
  type Link,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  type Tracer,
  trace,
} from "@opentelemetry/api";
import type { AnyEvent, Fire, Run, RunInfo } from "../model/index.ts";
import { ATTEMPT, ERROR_TYPE, errorType, fireAttributes } from "./attributes.ts";

export interface Spans {
  hear(event: AnyEvent): void;
  around(run: Run, call: () => unknown): unknown;
  /** Ends what is open. */
  end(): void;
}

export function createSpans(tracer: Tracer): Spans {
  /** By key, the spans of runs under way. */
  const open = new Map<string, Span>();
  /** By the key of the run that stands for them, fires that were merged before it started. */
  const merged = new Map<string, Fire[]>();

  function start(event: RunInfo): void {
    if (open.has(event.key)) return;
    const { startedAt: startTime } = event;
    // A run is the beginning of something, wherever the timer was set that led to it; who asked for one is linked.
    const options = { kind: SpanKind.INTERNAL, startTime, attributes: fireAttributes(event) };
    const span = tracer.startSpan(`run ${event.job}`, { ...options, links: linksOf(event) }, ROOT_CONTEXT);
    open.set(event.key, span);
    for (const fire of merged.get(event.key) ?? []) span.addEvent("merged", fireAttributes(fire), startTime);
    merged.delete(event.key);
  }

  function finish({ key, attempt }: RunInfo, endedAt: number): void {
    const span = open.get(key);
    if (span === undefined) return;
    open.delete(key);
    span.setAttribute(ATTEMPT, attempt);
    span.end(endedAt);
  }

  return {
    hear(event) {
      switch (event.name) {
        case "run.started":
          start(event);
          break;
        case "run.retrying": {
          const { key, attempt, error, retryAt } = event;
          const attributes = { [ATTEMPT]: attempt, "schedc.run.retry_at": new Date(retryAt).toISOString() };
          open.get(key)?.recordException(exceptionOf(error));
          open.get(key)?.addEvent("retry", attributes);
          break;
        }
        case "run.stubborn":
          open.get(event.key)?.addEvent("stubborn", { [ATTEMPT]: event.attempt });
          break;
        case "fire.merged":
          merged.set(event.into, [...(merged.get(event.into) ?? []), event]);
          break;
        case "fire.skipped":
          merged.delete(event.key);
          break;
        case "run.failed": {
          const { key, error, endedAt } = event;
          const span = open.get(key);
          span?.recordException(exceptionOf(error), endedAt);
          span?.setAttribute(ERROR_TYPE, errorType(error));
          span?.setStatus({ code: SpanStatusCode.ERROR, message: messageOf(error) });
          finish(event, endedAt);
          break;
        }
        case "run.succeeded":
          finish(event, event.endedAt);
      }
    },
    around({ key }, call) {
      const span = open.get(key);
      return span === undefined ? call() : context.with(trace.setSpan(ROOT_CONTEXT, span), call);
    },
    end() {
      for (const span of open.values()) span.end();
      open.clear();
    },
  };
}

function linksOf({ origin }: RunInfo): Link[] {
  const asking = origin === "schedule" ? undefined : trace.getActiveSpan()?.spanContext();
  return asking === undefined ? [] : [{ context: asking }];
}

function exceptionOf(error: unknown): Exception {
  return error instanceof Error ? error : messageOf(error);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
