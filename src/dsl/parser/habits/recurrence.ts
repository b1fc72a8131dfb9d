/** Recurrences that English leaves open, and counts in other people's spelling. */
import { Every, Unit } from "../../lexer/keywords.ts";
import { DayName, Duration, Int, Ordinal } from "../../lexer/literals.ts";
import type { Habit, Place, Repair } from "../explain/repair.ts";
import { ordinalText } from "../values/number.ts";
import { imageAt, isAt, typeAt, wordAt } from "./look.ts";

const numbers: Readonly<Record<string, number>> = { other: 2, second: 2, third: 3, fourth: 4, fifth: 5, first: 1 };

function count(place: Place, index: number): number | undefined {
  return isAt(place, index, Ordinal) ? Number.parseInt(imageAt(place, index), 10) : numbers[wordAt(place, index)];
}

function everyBefore(place: Place): number | undefined {
  return [place.at - 1, place.at - 2].find((index) => isAt(place, index, Every));
}

/** `every second tuesday`, `every other tuesday`, `every 2nd tuesday`: every two weeks, or the 2nd one of each month. */
export const everyNthDay: Habit = (place) => {
  const every = everyBefore(place);
  if (every === undefined) return undefined;
  const n = count(place, every + 1);
  const word = wordAt(place, every + 2);
  const isClass = /^(?:weekday|workday)s?$/.test(word);
  if (n === undefined || !(isAt(place, every + 2, DayName) || isClass)) return undefined;
  const day = imageAt(place, every + 2).replace(/(?<=day)s$/i, "");
  const range = { from: every, to: every + 3 };
  const ofMonth = { ...range, text: `every month on the ${ordinalText(n)} ${day}` };
  if (n === 1 || isClass) return { kind: "one", ...ofMonth, safe: n === 1 };
  return { kind: "several", ...range, readings: [{ ...range, text: `every ${n} weeks on ${day}` }, ofMonth] };
};

/** `every other day`, `every second week`: the unit counted by twos. */
export const everyNthUnit: Habit = (place) => {
  const every = everyBefore(place);
  if (every === undefined || !typeAt(place, every + 2)?.CATEGORIES?.includes(Unit)) return undefined;
  const n = count(place, every + 1);
  if (n === undefined || n < 2) return undefined;
  const unit = wordAt(place, every + 2).replace(/s$/, "");
  if (unit === "day" && wordAt(place, every + 1) !== "other" && wordAt(place, every + 1) !== "second") {
    const range = { from: every, to: every + 3 };
    const readings = [`every ${n} days`, `every month on the ${ordinalText(n)}`];
    return { kind: "several", ...range, readings: readings.map((text) => ({ ...range, text })) };
  }
  return { kind: "one", from: every + 1, to: every + 3, text: `${n} ${unit}s`, safe: true };
};

/** `every 15th`, `every last friday`, `every last day`. */
export const everyOrdinal: Habit = (place) => {
  const every = everyBefore(place);
  if (every === undefined) return undefined;
  const word = wordAt(place, every + 1);
  if (word !== "last" && !isAt(place, every + 1, Ordinal)) return undefined;
  return { kind: "one", from: every + 1, to: every + 1, text: "month on the", safe: true };
};

/** `1h 30m`, `1 hour 30 minutes`, `1 hour and 30 minutes`: one duration in pieces. */
export const splitDuration: Habit = (place) => {
  for (const start of [place.at - 4, place.at - 3, place.at - 2, place.at - 1]) {
    const first = piece(place, start);
    if (!first) continue;
    const next = start + first.length + (wordAt(place, start + first.length) === "and" ? 1 : 0);
    const second = piece(place, next);
    if (!second || next + second.length < place.at || next > place.at + 1) continue;
    const repair: Repair = {
      kind: "one",
      from: start,
      to: next + second.length,
      text: `${first.text}${second.text}`,
      safe: true,
    };
    return repair;
  }
  return undefined;
};

const letters: Readonly<Record<string, string>> = { second: "s", minute: "m", hour: "h", day: "d", week: "w" };

function piece(place: Place, index: number): { text: string; length: number } | undefined {
  if (isAt(place, index, Duration)) return { text: imageAt(place, index), length: 1 };
  const letter = letters[wordAt(place, index + 1).replace(/s$/, "")];
  return isAt(place, index, Int) && letter ? { text: `${imageAt(place, index)}${letter}`, length: 2 } : undefined;
}
