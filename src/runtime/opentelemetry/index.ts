/** OpenTelemetry for a scheduler: a span for each run and metrics of its fires. `@opentelemetry/api` is the app's. */
export { type InstrumentOptions, instrument } from "./instrument.ts";
