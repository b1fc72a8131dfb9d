/** Ranges of the day, of days and of dates in other people's spelling. */
import { Midnight, Noon } from "../../lexer/keywords.ts";
import { AmPm, DateLiteral, DateTime, DayName, Int, MonthName, Ordinal, Time } from "../../lexer/literals.ts";
import { Dash } from "../../lexer/punctuation.ts";
import type { Habit, Place, Repair } from "../explain/repair.ts";
import { imageAt, isAt, wordAt } from "./look.ts";

const dashes = new Set(["–", "—"]);
const joins = new Set(["and", "to", "until", "till", "through", "thru", ...dashes]);

interface End {
  /** In clock time. */
  readonly clock: string;
  /** The bare hour it was written as. */
  readonly hour: string | undefined;
  readonly length: number;
}

/** A clock time, `9 AM` or a bare hour at an index. */
function endAt(place: Place, index: number): End | undefined {
  const image = imageAt(place, index);
  if (isAt(place, index, Time, AmPm, Midnight, Noon)) return { clock: image, hour: undefined, length: 1 };
  if (!isAt(place, index, Int)) return undefined;
  const half = /^[ap]m$/.exec(wordAt(place, index + 1));
  if (half) return { clock: `${image}${half[0]}`, hour: undefined, length: 2 };
  return { clock: `${image}:00`, hour: image, length: 1 };
}

/** `between 9:00 and 17:00`, `from 9am to 5pm`, `9:00 to 17:00`; bare hours have two readings, unless a dash joins them. */
export const between: Habit = (place) => {
  for (const back of [0, 1, 2, 3]) {
    const start = place.at - back;
    if (start < 0) break;
    const opener = ["between", "from", "except"].includes(wordAt(place, start)) ? 1 : 0;
    if (opener === 0 && ["between", "from"].includes(wordAt(place, start - 1))) continue;
    const keep = wordAt(place, start) === "except";
    const from = endAt(place, start + opener);
    if (!from) continue;
    const join = start + opener + from.length;
    if (!joins.has(wordAt(place, join)) || (opener === 0 && wordAt(place, join) === "and")) continue;
    const to = endAt(place, join + 1);
    if (!to || join + 1 + to.length < place.at) continue;
    if (Number(from.hour ?? 0) > 24 || Number(to.hour ?? 0) > 24) continue;
    const range = { from: keep ? start + 1 : start, to: join + 1 + to.length };
    const half = /[ap]m$/i.exec(to.clock)?.[0];
    const first = from.hour !== undefined && half !== undefined ? `${from.hour}${half}` : from.clock;
    const clocks = { ...range, text: `${first}-${to.clock}` };
    if (from.hour !== undefined && to.hour !== undefined) {
      const hours = { ...range, text: `${from.hour}-${to.hour}` };
      if (opener === 0 && dashes.has(wordAt(place, join))) return { kind: "one", ...hours, safe: true };
      return { kind: "several", ...range, readings: [clocks, hours] };
    }
    if (opener === 0 && back === 0 && !isAt(place, start, Time, AmPm, Midnight, Noon, Int)) continue;
    return { kind: "one", ...clocks, safe: from.hour === undefined && to.hour === undefined };
  }
  return undefined;
};

/** `at 9:00-17:00`, `at 9-17`: a range stands alone. */
export const atRange: Habit = (place) => {
  for (const at of [place.at - 1, place.at - 2]) {
    if (wordAt(place, at) !== "at" || !isAt(place, at + 2, Dash)) continue;
    const ends = [at + 1, at + 3].every((end) => isAt(place, end, Time, AmPm, Midnight, Noon, Int));
    if (ends) return { kind: "one", from: at, to: at + 1, text: "", safe: true };
  }
  return undefined;
};

/** `between 2026-01-01 and 2026-03-31`. */
export const betweenDates: Habit = (place) => {
  const { at } = place;
  if (wordAt(place, at) !== "between" || !isAt(place, at + 1, DateLiteral, DateTime)) return undefined;
  if (!joins.has(wordAt(place, at + 2)) || !isAt(place, at + 3, DateLiteral, DateTime)) return undefined;
  const text = `from ${imageAt(place, at + 1)} until ${imageAt(place, at + 3)}`;
  return { kind: "one", from: at, to: at + 4, text, safe: true };
};

/** `from 2026-01-01 to 2026-03-31`. */
export const fromTo: Habit = (place) => {
  const { at } = place;
  const to = wordAt(place, at);
  if (!(to === "to" || to === "through") || wordAt(place, at - 2) !== "from") return undefined;
  return { kind: "one", from: at, to: at + 1, text: "until", safe: true };
};

/** `monday to friday`, `jan through mar`, `15th to 20th`, `mon..fri`. */
export const span: Habit = (place) => {
  for (const back of [0, 1]) {
    const join = place.at - back;
    const first = join - 1;
    const kinds = [DayName, MonthName, Ordinal];
    const kind = kinds.find((type) => isAt(place, first, type));
    if (!kind) continue;
    let second = join;
    while (spanJoins.has(wordAt(place, second)) && second < join + 2) second++;
    if (second === join || wordAt(place, join) === "and" || !isAt(place, second, kind)) continue;
    const text = `${imageAt(place, first)}-${imageAt(place, second)}`;
    return { kind: "one", from: first, to: second + 1, text, safe: true };
  }
  return undefined;
};

const spanJoins = new Set(["to", "through", "thru", "until", "till", "–", "—", ".", "the"]);

/** A long dash. */
export const longDash: Habit = (place) =>
  /^[–—−‐‑]$/.test(wordAt(place, place.at))
    ? { kind: "one", from: place.at, to: place.at + 1, text: "-", safe: true }
    : undefined;

/** `9-17:00`, `9:00-17`, `9am-17`: whole hours at one end and a clock time at the other. */
export const mixedRange: Habit = (place) => {
  const { at } = place;
  if (!isAt(place, at - 1, Dash)) return undefined;
  const left = imageAt(place, at - 2);
  const right = imageAt(place, at);
  const range = { from: at - 2, to: at + 1 };
  if (isAt(place, at - 2, Int) && isAt(place, at, Time)) {
    return readings(range, [
      `${left}:00-${right}`,
      ...(right.endsWith(":00") ? [`${left}-${right.slice(0, -3)}`] : []),
    ]);
  }
  if (isAt(place, at - 2, Time) && isAt(place, at, Int)) {
    return readings(range, [`${left}-${right}:00`, ...(left.endsWith(":00") ? [`${left.slice(0, -3)}-${right}`] : [])]);
  }
  if (isAt(place, at - 2, Int) && isAt(place, at, AmPm)) {
    return readings(range, [`${left}${right.slice(-2)}-${right}`, `${left}:00-${right}`]);
  }
  if (isAt(place, at - 2, AmPm) && isAt(place, at, Int)) {
    const late = Number(right) > 12;
    return readings(range, late ? [`${left}-${right}:00`] : [`${left}-${right}am`, `${left}-${right}pm`]);
  }
  return undefined;
};

function readings(range: { from: number; to: number }, texts: readonly string[]): Repair {
  return { kind: "several", ...range, readings: texts.map((text) => ({ ...range, text })) };
}

/** `except december 9-17`: days of December or hours? Hours go first, for behind a month they could be days again. */
export const monthHours: Habit = (place) => {
  const { at } = place;
  if (!isAt(place, at, Dash) || !isAt(place, at - 1, Int) || !isAt(place, at - 2, MonthName)) return undefined;
  if (!isAt(place, at + 1, Int)) return undefined;
  const month = imageAt(place, at - 2);
  const [from, to] = [imageAt(place, at - 1), imageAt(place, at + 1)];
  const range = { from: at - 2, to: at + 2 };
  return readings(range, [`${month} ${from} to ${month} ${to}`, `${from}-${to}, ${month}`]);
};
