/** Recurrences that English leaves open, and counts in other people's spelling. */
import { And, Day, Every, On, The, Unit, Weekday, Weekend, Workday } from "../../lexer/keywords.ts";
import { DayName, Duration, Int, MonthName, Ordinal } from "../../lexer/literals.ts";
import type { Habit, Place, Repair } from "../explain/repair.ts";
import { ordinalText } from "../values/number.ts";
import { imageAt, isAt, textBetween, typeAt, wordAt } from "./look.ts";

const numbers: ReadonlyMap<string, number> = new Map([
  ["other", 2],
  ["second", 2],
  ["third", 3],
  ["fourth", 4],
  ["fifth", 5],
  ["first", 1],
]);

function count(place: Place, index: number): number | undefined {
  return isAt(place, index, Ordinal) ? Number.parseInt(imageAt(place, index), 10) : numbers.get(wordAt(place, index));
}

function everyBefore(place: Place): number | undefined {
  return [place.at - 1, place.at - 2].find((index) => isAt(place, index, Every));
}

/** `every 1st of the month`, `every second tuesday of each month`: the period is named behind, which leaves one reading. */
export const everyNthOf: Habit = (place) => {
  const every = everyBefore(place) ?? (isAt(place, place.at - 3, Every) ? place.at - 3 : undefined);
  if (every === undefined) return undefined;
  const of = [every + 2, every + 3].find((index) => wordAt(place, index) === "of");
  if (of === undefined || !/^(?:the|each|every|a)$/.test(wordAt(place, of + 1))) return undefined;
  const unit = /^(?:month|quarter|year|week)$/.exec(wordAt(place, of + 2))?.[0];
  const n = count(place, every + 1);
  const isLast = wordAt(place, every + 1) === "last";
  if (unit === undefined || (n === undefined && !isLast) || wordAt(place, every + 1) === "other") return undefined;
  const kind = of === every + 3 ? ` ${imageAt(place, every + 2)}` : "";
  const text = `every ${unit} on the ${isLast ? "last" : ordinalText(n ?? 1)}${kind}`;
  return { kind: "one", from: every, to: of + 3, text, safe: true };
};

/** `every dec 25`, `every january`: a day of each year, or days of a month. */
export const everyMonth: Habit = (place) => {
  const { at } = place;
  if (!isAt(place, at - 1, Every) || !isAt(place, at, MonthName)) return undefined;
  const month = imageAt(place, at);
  if (!isAt(place, at + 1, Int, Ordinal)) {
    return { kind: "one", from: at - 1, to: at + 1, text: `every month in ${month}`, safe: true };
  }
  const text = `every year on ${month} ${Number.parseInt(imageAt(place, at + 1), 10)}`;
  return { kind: "one", from: at - 1, to: at + 2, text, safe: true };
};

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

const letters: ReadonlyMap<string, string> = new Map([
  ["second", "s"],
  ["minute", "m"],
  ["hour", "h"],
  ["day", "d"],
  ["week", "w"],
]);

function piece(place: Place, index: number): { text: string; length: number } | undefined {
  if (isAt(place, index, Duration)) return { text: imageAt(place, index), length: 1 };
  const letter = letters.get(wordAt(place, index + 1).replace(/s$/, ""));
  return isAt(place, index, Int) && letter ? { text: `${imageAt(place, index)}${letter}`, length: 2 } : undefined;
}

/** `2nd tuesday of every month`, `on the last day of each quarter`, `1st monday of sep`: the days first and no `every`. */
export const bareNth: Habit = (place) => {
  if (place.at !== 0) return undefined;
  const start = ["on", "the"].filter((word, i) => wordAt(place, i) === word || wordAt(place, 0) === word).length;
  const first = wordAt(place, start);
  if (!isAt(place, start, Ordinal) && numbers.get(first) === undefined && first !== "last") return undefined;
  const of = place.draft.tokens.findIndex(({ image }) => image === "of");
  const end = of > 0 ? of : endOfNth(place, start);
  const nth = textBetween(place, start, end);
  if (nth === "") return undefined;
  const period = of > 0 ? /^(?:each|every|the)$/.exec(wordAt(place, of + 1)) : null;
  const unit = /^(?:month|quarter|year|week)$/.exec(wordAt(place, of + 2))?.[0];
  if (period && unit) return { kind: "one", from: 0, to: of + 3, text: `every ${unit} on the ${nth}`, safe: true };
  if (of > 0 && !isAt(place, of + 1, MonthName)) return undefined;
  if (of > 0) return { kind: "one", from: 0, to: of + 1, text: `every month on the ${nth} in`, safe: true };
  return { kind: "one", from: 0, to: end, text: `every month on the ${nth}`, safe: false };
};

function endOfNth(place: Place, start: number): number {
  const kind = wordAt(place, start + 1) === "last" ? start + 2 : start + 1;
  return isAt(place, kind, DayName, Day, Weekday, Workday) ? kind + 1 : kind;
}

/** `every odd week on monday`. */
export const everyParityWeek: Habit = (place) => {
  const { at } = place;
  const parity = wordAt(place, at);
  if ((parity !== "even" && parity !== "odd") || !/^weeks?$/.test(wordAt(place, at + 1))) return undefined;
  const day = wordAt(place, at + 2) === "on" ? at + 3 : at + 2;
  if (!isAt(place, day, DayName)) return undefined;
  const text = `${imageAt(place, day).replace(/(?<=day)s$/i, "")} in ${parity} weeks`;
  return { kind: "one", from: at, to: day + 1, text, safe: true };
};

/** `every tuesday friday`: days of a list without what joins them. */
export const missingAnd: Habit = (place) => {
  const { at, followed } = place;
  const isListed = isAt(place, at, DayName) && isAt(place, at - 1, DayName) && followed.expected.has(And);
  return isListed ? { kind: "one", from: at, to: at, text: "and", safe: true } : undefined;
};

/** `every 2 weeks monday`, `every friday the 13th`: days without their `on`. */
export const missingOn: Habit = (place) => {
  const { at, followed } = place;
  const isDay = isAt(place, at, DayName, Weekday, Weekend, Workday, The);
  return isDay && followed.expected.has(On) ? { kind: "one", from: at, to: at, text: "on", safe: true } : undefined;
};

/** `on the 4th last`, `the 1st and the last`: the last what? The last day, when nothing else is said. */
export const missingDay: Habit = (place) => {
  const { at, followed } = place;
  if (wordAt(place, at - 1) !== "last" || !followed.expected.has(Day)) return undefined;
  return { kind: "one", from: at, to: at, text: "day", safe: true };
};
