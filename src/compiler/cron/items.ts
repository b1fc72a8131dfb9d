/** One item of a field's list: what form it has and which values it stands for. */
import { type FieldSpec, fieldValue } from "./fields.ts";
import { insteadOf } from "./instead.ts";
import type { PlainReader } from "./library.ts";
import type { Problems } from "./problem.ts";
import { readSpecial } from "./special.ts";
import type { Piece } from "./split.ts";
import { unsupported } from "./unsupported.ts";

/** A day that values cannot say: the last one, the nth weekday, the weekday nearest to a date. */
export type Special =
  | { readonly kind: "last"; readonly before: number }
  | { readonly kind: "untilLast"; readonly from: number }
  | { readonly kind: "lastWeekday" }
  | { readonly kind: "nearest"; readonly date: number }
  | { readonly kind: "nth"; readonly nth: number; readonly weekday: number };

/** What an item stands for: values of its field, or a day that values cannot say. */
export interface Item {
  readonly values: readonly number[];
  readonly special?: Special;
}

/** The item's values; undefined, with a problem added, where it cannot be read. */
export function readItem(piece: Piece, spec: FieldSpec, plain: PlainReader, problems: Problems): Item | undefined {
  const special = readSpecial(piece.text, spec);
  if (special !== undefined) return { values: [], special };
  const refusal = unsupported(piece.text, spec);
  if (refusal !== undefined) {
    problems.add("cron/unsupported", piece, refusal);
    return undefined;
  }
  const form = /^(?:(\*)|([a-z]+|\d+)(?:-([a-z]+|\d+))?)(?:\/(\d+))?$/i.exec(piece.text);
  if (form === null) return bad(piece, spec, problems);
  const [, star, first, last, step] = form;
  const bounds = boundsOf(piece, [first, last], spec, problems);
  if (bounds === undefined) return undefined;
  const stepValue = step === undefined ? 1 : Number(step);
  if (
    step !== undefined &&
    !stepFits(piece, stepValue, { star: star !== undefined, open: last === undefined }, spec, problems)
  ) {
    return undefined;
  }
  const [from, to] = bounds;
  if (from !== undefined && to !== undefined && to < from) return wrapped(piece, from, to, stepValue, spec, problems);
  // Here cron-parser and the rule part: a start without an end is a step to the end of the field.
  if (from !== undefined && to === undefined && step !== undefined)
    return { values: stepped(from, spec.stepMax, stepValue) };
  const values = plain(spec.name, written([from, to], step) ?? piece.text);
  return values === undefined ? bad(piece, spec, problems) : { values };
}

/** The item in numbers, as the library takes it; undefined for `*`. */
function written([from, to]: Bounds, step: string | undefined): string | undefined {
  if (from === undefined) return undefined;
  return `${from}${to === undefined ? "" : `-${to}`}${step === undefined ? "" : `/${step}`}`;
}

/** Adds that the item is nothing that the field can hold. */
function bad(piece: Piece, spec: FieldSpec, problems: Problems): undefined {
  problems.add("cron/bad-field", piece, { item: piece.text, field: spec.says });
}

/** The ends of an item in numbers: none for `*`, one for a value. */
type Bounds = readonly [from: number | undefined, to: number | undefined];

/** Both ends read and within the field; undefined, with a problem added, where one is not. */
function boundsOf(
  piece: Piece,
  texts: readonly (string | undefined)[],
  spec: FieldSpec,
  problems: Problems,
): Bounds | undefined {
  const values: (number | undefined)[] = [];
  for (const text of texts) {
    const value = text === undefined ? undefined : fieldValue(text, spec);
    if (text !== undefined && value === undefined) return bad(piece, spec, problems);
    if (value !== undefined && (value < spec.min || value > spec.max)) {
      problems.add("cron/out-of-range", piece, { value, field: spec.says, min: spec.min, max: spec.max });
      return undefined;
    }
    values.push(value);
  }
  return [values[0], values[1]];
}

/**
 * A step longer than its field, or one of minutes and the like that fits the field less than twice, means something
 * else than it says; one that does not divide the field starts anew at its beginning, which is worth a warning.
 */
function stepFits(
  piece: Piece,
  step: number,
  form: { readonly star: boolean; readonly open: boolean },
  spec: FieldSpec,
  problems: Problems,
): boolean {
  if (step === 0) return bad(piece, spec, problems) ?? false;
  const size = spec.stepMax - spec.min + 1;
  const params = { item: piece.text, field: spec.says, instead: insteadOf(spec.name, step) };
  if (form.open && step >= size && !(spec.name === "dayOfWeek" && step === size)) {
    problems.add("cron/step-too-long", piece, params);
    return false;
  }
  // The days of a month and of a week are looked at together, in `read.ts`.
  const isDay = spec.name === "dayOfMonth" || spec.name === "dayOfWeek";
  if (!form.star || isDay || size % step === 0) return true;
  problems.add(step * 2 > size ? "cron/step-too-long" : "cron/uneven-step", piece, params);
  return step * 2 <= size;
}

/** A range that goes on over the end of its field: days of the week and months turn, clocks and dates do not. */
function wrapped(
  piece: Piece,
  from: number,
  to: number,
  step: number,
  spec: FieldSpec,
  problems: Problems,
): Item | undefined {
  if (!spec.wraps) {
    problems.add("cron/backward-range", piece, { item: piece.text, field: spec.says });
    return undefined;
  }
  const size = spec.stepMax - spec.min + 1;
  const length = (((to - from) % size) + size) % size;
  const values = stepped(0, length, step).map((i) => ((from - spec.min + i) % size) + spec.min);
  return { values: values.sort((a, b) => a - b) };
}

/** From a value to another in steps, the last within. */
function stepped(from: number, to: number, step: number): number[] {
  return Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, i) => from + i * step);
}
