/** Numbers by their labels: counters and gauges as one value, histograms as counts by bucket. */
import type { Metric } from "./catalogue.ts";

/** The values of a metric's labels, in its order; an empty one is left out. */
export type LabelValues = readonly string[];

export interface Numbers {
  readonly labels: LabelValues;
  value: number;
}

export interface Distribution {
  readonly labels: LabelValues;
  /** One a bucket, each counting what is at most its end and more than the one before's; the last has no end. */
  readonly counts: number[];
  sum: number;
}

/** Counters and gauges. */
export interface NumberSeries {
  add(labels: LabelValues, by: number): void;
  set(labels: LabelValues, value: number): void;
  all(): Iterable<Numbers>;
  /** Takes out what the label `job` has under one value, and adds it to another's. */
  fold(from: string, into: string): void;
  drop(job: string): void;
}

export function createNumbers({ labels: names }: Metric): NumberSeries {
  const series = new Map<string, Numbers>();
  const place = names.indexOf("job");

  function at(labels: LabelValues): Numbers {
    const key = keyOf(labels);
    let one = series.get(key);
    if (one === undefined) {
      one = { labels, value: 0 };
      series.set(key, one);
    }
    return one;
  }

  function take(job: string): readonly Numbers[] {
    if (place < 0) return [];
    const taken = [...series].filter(([, { labels }]) => labels[place] === job);
    for (const [key] of taken) series.delete(key);
    return taken.map(([, one]) => one);
  }

  return {
    add(labels, by) {
      at(labels).value += by;
    },
    set(labels, value) {
      at(labels).value = value;
    },
    all: () => series.values(),
    fold(from, into) {
      for (const { labels, value } of take(from)) at(labels.with(place, into)).value += value;
    },
    drop: take,
  };
}

export interface HistogramSeries {
  observe(labels: LabelValues, value: number): void;
  all(): Iterable<Distribution>;
  fold(from: string, into: string): void;
}

/** By the job alone. */
export function createHistograms({ buckets = [] }: Metric): HistogramSeries {
  const series = new Map<string, Distribution>();

  function at(job: string): Distribution {
    let one = series.get(job);
    if (one === undefined) {
      one = { labels: [job], counts: Array.from({ length: buckets.length + 1 }, () => 0), sum: 0 };
      series.set(job, one);
    }
    return one;
  }

  return {
    observe([job = ""], value) {
      const one = at(job);
      const found = buckets.findIndex((end) => value <= end);
      const index = found < 0 ? buckets.length : found;
      one.counts[index] = (one.counts[index] ?? 0) + 1;
      one.sum += value;
    },
    all: () => series.values(),
    fold(from, into) {
      const taken = series.get(from);
      if (taken === undefined) return;
      series.delete(from);
      const target = at(into);
      for (const [index, count] of taken.counts.entries()) target.counts[index] = (target.counts[index] ?? 0) + count;
      target.sum += taken.sum;
    },
  };
}

/** Label values may hold anything, so the key is one that cannot be read in two ways. */
function keyOf(labels: LabelValues): string {
  return JSON.stringify(labels);
}
