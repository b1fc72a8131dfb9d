/** Minutes of each hour in other people's spelling, and lengths with a decimal point. */
import { Duration, Int } from "../../lexer/literals.ts";
import { Dot } from "../../lexer/punctuation.ts";
import type { Habit, Place } from "../explain/repair.ts";
import { imageAt, isAt, wordAt } from "./look.ts";

/** Whether the sentence counts hours, so that no clock time may follow its `at`. */
function countsHours(place: Place): boolean {
  if (isAt(place, 1, Duration)) return /^\d+h$/.test(imageAt(place, 1));
  return wordAt(place, 0) === "every" && /^hours?$/.test(wordAt(place, isAt(place, 1, Int) ? 2 : 1));
}

/** `every hour at 30`. What could be an hour of the day is a guess. */
export const minuteOfHour: Habit = (place) => {
  const { at } = place;
  if (!countsHours(place) || wordAt(place, at - 1) !== "at" || !isAt(place, at, Int)) return undefined;
  const minute = Number(imageAt(place, at));
  if (minute > 59 || imageAt(place, at).length > 2) return undefined;
  return { kind: "one", from: at, to: at + 1, text: mark(minute), safe: minute > 24 };
};

/** `at 15 minutes past the hour`, `at half past`, `at quarter to`. */
export const minutesPast: Habit = (place) => {
  for (const start of [place.at, place.at - 1, place.at - 2]) {
    if (!countsHours(place) || wordAt(place, start - 1) !== "at") continue;
    const unit = isAt(place, start, Int) && /^min(?:ute)?s?$/.test(wordAt(place, start + 1)) ? 1 : 0;
    const side = start + 1 + unit;
    const minute = minuteIn(wordAt(place, start), wordAt(place, side));
    if (minute === undefined) continue;
    const isNamed = /^(?:the|each|every)$/.test(wordAt(place, side + 1)) && wordAt(place, side + 2) === "hour";
    return { kind: "one", from: start, to: side + (isNamed ? 3 : 1), text: mark(minute), safe: true };
  }
  return undefined;
};

function minuteIn(count: string, side: string): number | undefined {
  const size = /^\d{1,2}$/.test(count) ? Number(count) : named.get(count);
  if (size === undefined || size > 59) return undefined;
  if (side === "past" || side === "after") return size;
  return (side === "to" || side === "before") && size > 0 ? 60 - size : undefined;
}

const named: ReadonlyMap<string, number> = new Map([
  ["half", 30],
  ["quarter", 15],
]);

/** `on the hour`. */
export const onTheHour: Habit = (place) => {
  const { at } = place;
  const isSaid = countsHours(place) && wordAt(place, at) === "hour" && wordAt(place, at - 1) === "the";
  if (!isSaid || wordAt(place, at - 2) !== "on") return undefined;
  return { kind: "one", from: at - 2, to: at + 1, text: `at ${mark(0)}`, safe: true };
};

function mark(minute: number): string {
  return `:${String(minute).padStart(2, "0")}`;
}

/** `every 1.5 hours`: as many of the next smaller unit, where that is a whole number. */
export const decimal: Habit = (place) => {
  const dot = place.at;
  if (!isAt(place, dot, Dot) || !isAt(place, dot - 1, Int) || !isAt(place, dot + 1, Int)) return undefined;
  const [unit, size] = smaller.get(wordAt(place, dot + 2).replace(/s$/, "")) ?? [];
  if (unit === undefined || size === undefined) return undefined;
  const count = Number(`${imageAt(place, dot - 1)}.${imageAt(place, dot + 1)}`) * size;
  if (!Number.isInteger(count)) return undefined;
  return { kind: "one", from: dot - 1, to: dot + 3, text: `${count} ${unit}`, safe: true };
};

const smaller: ReadonlyMap<string, readonly [unit: string, size: number]> = new Map([
  ["minute", ["seconds", 60]],
  ["hour", ["minutes", 60]],
]);
