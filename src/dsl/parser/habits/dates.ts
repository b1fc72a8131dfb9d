/** Dates and ordinals in other people's spelling. */
import { And, First, Last, The } from "../../lexer/keywords.ts";
import { DateLiteral, Duration, Int, MonthName, Ordinal, Time } from "../../lexer/literals.ts";
import { Comma, Dash } from "../../lexer/punctuation.ts";
import type { Habit, Place } from "../explain/repair.ts";
import { longestMonth } from "../values/date.ts";
import { shortMonth } from "../values/names.ts";
import { ordinalText } from "../values/number.ts";
import { imageAt, isAt, wordAt } from "./look.ts";

/** `25 dec`, `25th of december`, `the 25th december`. */
export const dayBeforeMonth: Habit = (place) => {
  for (const back of [0, 1, 2, 3]) {
    const start = place.at - back;
    const day = wordAt(place, start) === "the" ? start + 1 : start;
    if (start < 1 || !isAt(place, day, Int, Ordinal)) continue;
    const month = wordAt(place, day + 1) === "of" ? day + 2 : day + 1;
    if (!isAt(place, month, MonthName) || month + 1 < place.at) continue;
    const text = `${imageAt(place, month)} ${Number.parseInt(imageAt(place, day), 10)}`;
    return { kind: "one", from: start, to: month + 1, text, safe: true };
  }
  return undefined;
};

/** `december 25th`, `dec the 25th`. */
export const ordinalAfterMonth: Habit = (place) => {
  const { at } = place;
  const day = isAt(place, at, The) ? at + 1 : at;
  if (!isAt(place, at - 1, MonthName) || !isAt(place, day, Ordinal)) return undefined;
  const text = String(Number.parseInt(imageAt(place, day), 10));
  return { kind: "one", from: at, to: day + 1, text, safe: true };
};

/** `on 12-25`; behind `dec 9,` it may go on with days of that month, under `every month` it is days of each. */
export const numericDate: Habit = (place) => {
  const { at } = place;
  if (/^months?$/.test(wordAt(place, isAt(place, 1, Int) ? 2 : 1))) return undefined;
  if (!isAt(place, at, Int) || !isAt(place, at + 1, Dash) || !isAt(place, at + 2, Int)) return undefined;
  const [first, second] = [Number(imageAt(place, at)), Number(imageAt(place, at + 2))];
  const range = { from: at, to: at + 3 };
  const date = dateText(first, second);
  const before = listedMonth(place, at);
  const days = before === undefined ? undefined : `${before} ${first} to ${before} ${second}`;
  if (days !== undefined && date !== undefined) {
    return { kind: "several", ...range, readings: [days, date].map((text) => ({ ...range, text })) };
  }
  const text = days ?? date;
  return text === undefined ? undefined : { kind: "one", ...range, text, safe: days === undefined && second > 12 };
};

/** `on dec 9, 12`: another day of the same month. */
export const listedDay: Habit = (place) => {
  for (const at of [place.at, place.at - 1]) {
    const month = listedMonth(place, at);
    if (month === undefined || !isAt(place, at, Int)) continue;
    return { kind: "one", from: at, to: at + 1, text: `${month} ${imageAt(place, at)}`, safe: false };
  }
  return undefined;
};

/** The month of the date before, where a list goes on here. */
function listedMonth(place: Place, at: number): string | undefined {
  const comma = wordAt(place, at - 1) === "and" && isAt(place, at - 2, Comma) ? at - 2 : at - 1;
  if (!isAt(place, comma, Comma, And) || !isAt(place, comma - 1, Int)) return undefined;
  return isAt(place, comma - 2, MonthName) ? imageAt(place, comma - 2) : undefined;
}

function dateText(month: number, day: number): string | undefined {
  return month < 1 || day < 1 || day > longestMonth(month) ? undefined : `${shortMonth(month)} ${day}`;
}

/** `on 12/25`, `on 25.12.`: the day is what can be no month; where both could, there are two readings. */
export const signedDate: Habit = (place) => {
  for (const at of [place.at, place.at - 1]) {
    const sign = wordAt(place, at + 1);
    if (!isAt(place, at, Int) || !isAt(place, at + 2, Int) || (sign !== "/" && sign !== ".")) continue;
    if (place.at === at && !place.followed.expected.has(MonthName)) continue;
    const [first, second] = [Number(imageAt(place, at)), Number(imageAt(place, at + 2))];
    // With a year behind it, it is one day and no date of every year.
    if (isAt(place, at + 4, Int)) return undefined;
    const range = { from: at, to: wordAt(place, at + 3) === "." ? at + 4 : at + 3 };
    const texts = [dateText(first, second), dateText(second, first)].filter((text) => text !== undefined);
    const [only] = texts;
    if (only !== undefined && (texts.length === 1 || first === second)) {
      return { kind: "one", ...range, text: only, safe: true };
    }
    return { kind: "several", ...range, readings: texts.map((text) => ({ ...range, text })) };
  }
  return undefined;
};

/** `on 15th`, `on first monday`, `on second tuesday`: an ordinal without `the`. */
export const missingThe: Habit = (place) => {
  const { at } = place;
  if (place.followed.expected.has(The) && wordAt(place, at) === "second") {
    return { kind: "one", from: at, to: at + 1, text: "the 2nd", safe: true };
  }
  if (
    !place.followed.expected.has(The) ||
    (!isAt(place, at, Ordinal, First, Last) && !spelled.has(wordAt(place, at)))
  ) {
    return undefined;
  }
  return { kind: "one", from: at, to: at, text: "the", safe: true };
};

const spelled = new Set(["third", "fourth", "fifth"]);

/** `on the 15`, `on 15`, `on day 15`, `the 1st and 15`. */
export const bareOrdinal: Habit = (place) => {
  for (const at of [place.at, place.at - 1]) {
    const number = wordAt(place, at) === "day" ? at + 1 : at;
    if (at < 1 || !isAt(place, number, Int) || number + 1 < place.at) continue;
    const value = Number(imageAt(place, number));
    if (value < 1 || value > 366 || /^[./]$/.test(wordAt(place, number + 1))) continue;
    const the = place.followed.expected.has(The) && !place.followed.expected.has(Ordinal) ? "the " : "";
    return { kind: "one", from: at, to: number + 1, text: `${the}${ordinalText(value)}`, safe: true };
  }
  return undefined;
};

/** Whether the sentence counts hours or less, so that an instant after `from` anchors it. */
function isStep(place: Place): boolean {
  return isAt(place, 1, Duration) || /^(?:hour|minute|second)s?$/.test(wordAt(place, isAt(place, 1, Int) ? 2 : 1));
}

/** `from 2026-01-05 9:00`: an instant without its `T`; under `every day` the time may be that of each day. */
export const splitInstant: Habit = (place) => {
  const at = isAt(place, place.at - 1, Time) ? place.at - 1 : place.at;
  if (!isAt(place, at - 1, DateLiteral)) return undefined;
  const clock = isAt(place, at, Comma) || wordAt(place, at) === "at" ? at + 1 : at;
  if (!isAt(place, clock, Time)) return undefined;
  const time = imageAt(place, clock)
    .split(":")
    .map((part) => part.padStart(2, "0"));
  const joined = { from: at - 1, to: clock + 1, text: `${imageAt(place, at - 1)}T${time.join(":")}` };
  if (wordAt(place, at - 2) !== "from" || isStep(place)) return { kind: "one", ...joined, safe: true };
  const apart = { ...joined, text: `${imageAt(place, at - 1)} at ${imageAt(place, clock)}` };
  return { kind: "several", from: at - 1, to: clock + 1, readings: [apart, joined] };
};
