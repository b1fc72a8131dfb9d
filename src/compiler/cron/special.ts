/** The letters of the day fields: `L`, `L-3`, `LW`, `15W`, `5L`, `fri#2`. */
import { type FieldSpec, fieldValue } from "./fields.ts";
import type { Special } from "./items.ts";

/** Undefined where the item is none of them, or not one that its field can hold. */
export function readSpecial(text: string, spec: FieldSpec): Special | undefined {
  if (spec.name === "dayOfMonth") return ofMonth(text);
  if (spec.name === "dayOfWeek") return ofWeek(text, spec);
  return undefined;
}

/** `L-3` is three days before the last, `29-L` from a day to the last. */
function ofMonth(text: string): Special | undefined {
  const last = /^L(?:-(\d+))?$/i.exec(text);
  if (last) {
    const before = Number(last[1] ?? 0);
    return before <= 30 ? { kind: "last", before } : undefined;
  }
  if (/^LW$/i.test(text)) return { kind: "lastWeekday" };
  const from = Number(/^(\d{1,2})-L$/i.exec(text)?.[1]);
  if (from >= 1 && from <= 31) return { kind: "untilLast", from };
  // Where a month lacks the day, some crons clamp and some skip: `unsupported.ts` refuses 29 to 31.
  const date = Number(/^(\d{1,2})W$/i.exec(text)?.[1]);
  return date >= 1 && date <= 28 ? { kind: "nearest", date } : undefined;
}

/** `5L` is the last Friday, `5#2` the second. */
function ofWeek(text: string, spec: FieldSpec): Special | undefined {
  const [, day = "", mark, number] = /^([a-z]{3,}?|\d)(L|#(\d))$/i.exec(text) ?? [];
  const value = fieldValue(day, spec);
  if (mark === undefined || value === undefined || value > 7) return undefined;
  const weekday = value % 7 === 0 ? 7 : value;
  if (number === undefined) return { kind: "nth", nth: -1, weekday };
  const nth = Number(number);
  return nth >= 1 && nth <= 5 ? { kind: "nth", nth, weekday } : undefined;
}
