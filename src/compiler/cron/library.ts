/**
 * The one door to cron-parser, which reads the plain items of a field: `*`, a value, a range that ascends, a step
 * over either. It is asked one item at a time, so that what it merges, renames or refuses in others cannot reach in;
 * everything else about an expression is ours (`docs/adr/0010-cron-reading.md`), fire times above all.
 */
import type { FieldName } from "./fields.ts";

/** The values of a plain item in ascending order; undefined where the library refuses it. */
export type PlainReader = (field: FieldName, item: string) => readonly number[] | undefined;

const order: readonly FieldName[] = ["second", "minute", "hour", "dayOfMonth", "month", "dayOfWeek"];

export async function openPlainReader(): Promise<PlainReader> {
  const { CronExpressionParser } = await import("cron-parser");
  return (field, item) => {
    const expression = order.map((name) => (name === field ? item : "*")).join(" ");
    try {
      // A date is given so that nothing reads the clock.
      const { fields } = CronExpressionParser.parse(expression, { currentDate: new Date(0), tz: "UTC" });
      const values: readonly (number | string)[] = fields[field].values;
      return values.every((value) => typeof value === "number") ? values : undefined;
    } catch {
      return undefined;
    }
  };
}
