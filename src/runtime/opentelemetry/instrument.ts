/** Puts OpenTelemetry's spans and metrics to a scheduler. */
import { type Meter, metrics, type Tracer, trace } from "@opentelemetry/api";
import type { Scheduler } from "../model/index.ts";
import { createMeters } from "./meters.ts";
import { createSpans } from "./spans.ts";

export interface InstrumentOptions {
  /** The registered provider's, under the name `schedc`, unless told; likewise the meter. */
  readonly tracer?: Tracer;
  readonly meter?: Meter;
}

/** Each run has a span, which is the active one in its handler; fires are counted. The answer ends all of it. */
export function instrument(
  scheduler: Scheduler,
  { tracer = trace.getTracer("schedc"), meter = metrics.getMeter("schedc") }: InstrumentOptions = {},
): () => void {
  const spans = createSpans(tracer);
  const meters = createMeters(scheduler, meter);
  const endings = [
    scheduler.on(
      "*",
      (event) => {
        spans.hear(event);
        meters.hear(event);
      },
      { passive: true },
    ),
    scheduler.around(spans.around),
    meters.end,
    spans.end,
  ];
  return () => {
    for (const end of endings) end();
  };
}
