/** Metrics of a scheduler in the text that Prometheus scrapes, with nothing to install. */
export { catalogue, type Metric } from "./catalogue.ts";
export { createMetrics, type Metrics, type MetricsOptions } from "./metrics.ts";
