/** The Prometheus text exposition format, version 0.0.4. */
import type { Metric } from "./catalogue.ts";
import type { Distribution, LabelValues, Numbers } from "./series.ts";

/** What an HTTP answer with the text says it is. */
export const CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

export function numberLines(metric: Metric, series: Iterable<Numbers>): string[] {
  const lines = [...series].map(
    ({ labels, value }) => `${metric.name}${labelText(metric, labels)} ${numberText(value)}`,
  );
  return lines.length === 0 ? [] : [...headOf(metric), ...lines];
}

export function histogramLines(metric: Metric, series: Iterable<Distribution>): string[] {
  const ends = [...(metric.buckets ?? []).map(numberText), "+Inf"];
  const lines = [...series].flatMap(({ labels, counts, sum }) => {
    let total = 0;
    const buckets = ends.map((end, index) => {
      total += counts[index] ?? 0;
      return `${metric.name}_bucket${labelText(metric, labels, end)} ${total}`;
    });
    const text = labelText(metric, labels);
    return [...buckets, `${metric.name}_sum${text} ${numberText(sum)}`, `${metric.name}_count${text} ${total}`];
  });
  return lines.length === 0 ? [] : [...headOf(metric), ...lines];
}

function headOf({ name, help, type }: Metric): string[] {
  return [`# HELP ${name} ${help.replaceAll("\\", "\\\\").replaceAll("\n", "\\n")}`, `# TYPE ${name} ${type}`];
}

function labelText({ labels }: Metric, values: LabelValues, end?: string): string {
  const pairs = labels.flatMap((label, index) => {
    const value = values[index] ?? "";
    return value === "" ? [] : [`${label}="${escapeValue(value)}"`];
  });
  if (end !== undefined) pairs.push(`le="${end}"`);
  return pairs.length === 0 ? "" : `{${pairs.join(",")}}`;
}

function escapeValue(value: string): string {
  return value.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", "\\n");
}

function numberText(value: number): string {
  if (value === Number.POSITIVE_INFINITY) return "+Inf";
  return value === Number.NEGATIVE_INFINITY ? "-Inf" : String(value);
}
