/** The fields of a cron expression and what each may hold. */

/** In the order of an expression with seconds. */
export type FieldName = "second" | "minute" | "hour" | "dayOfMonth" | "month" | "dayOfWeek";

/** What may stand in a field. */
export interface FieldSpec {
  readonly name: FieldName;
  /** As a finding calls it. */
  readonly says: string;
  readonly min: number;
  readonly max: number;
  /** The last value of a step that names no end: Sunday counts once, as 0. */
  readonly stepMax: number;
  /** For the values from `min` on; each is read whole or by its first three letters. */
  readonly words: readonly string[];
  /** Whether `22-2` goes on over the end of the field. */
  readonly wraps: boolean;
}

const months = "january february march april may june july august september october november december".split(" ");
const days = "sunday monday tuesday wednesday thursday friday saturday".split(" ");

function field(name: FieldName, says: string, min: number, max: number, more: Partial<FieldSpec> = {}): FieldSpec {
  return { name, says, min, max, stepMax: max, words: [], wraps: false, ...more };
}

const second = field("second", "second", 0, 59);
const minute = field("minute", "minute", 0, 59);
const hour = field("hour", "hour", 0, 23);
const dayOfMonth = field("dayOfMonth", "day of month", 1, 31);
const month = field("month", "month", 1, 12, { words: months, wraps: true });
const dayOfWeek = field("dayOfWeek", "day of week", 0, 7, { stepMax: 6, words: days, wraps: true });

export const fiveFields: readonly FieldSpec[] = [minute, hour, dayOfMonth, month, dayOfWeek];
export const sixFields: readonly FieldSpec[] = [second, ...fiveFields];

/** The value of a number or a name; undefined where the text is neither. */
export function fieldValue(text: string, spec: FieldSpec): number | undefined {
  if (/^\d+$/.test(text)) return Number(text);
  const word = text.toLowerCase();
  const index = spec.words.findIndex((name) => name === word || name.slice(0, 3) === word);
  return index < 0 ? undefined : index + spec.min;
}
