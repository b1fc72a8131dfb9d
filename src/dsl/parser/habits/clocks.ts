/** Clock times in other people's spelling. */
import { At, Midnight, Noon } from "../../lexer/keywords.ts";
import { AmPm, Duration, Int, MinuteMark, Time } from "../../lexer/literals.ts";
import { Dot } from "../../lexer/punctuation.ts";
import type { Habit, Place } from "../explain/repair.ts";
import { imageAt, isAt, touches, wordAt } from "./look.ts";

/** Where a clock time may stand. */
function wantsClock({ followed }: Place): boolean {
  return followed.expected.has(Time) && !followed.expected.has(Int);
}

const half = /^(?:([ap])m|([ap])\.)$/;

/** `9am`; at twelve, where am and pm are in doubt, what the clock shows. */
function withHalf(time: string, letter: string): string {
  const [hour = "", ...rest] = time.split(":");
  if (Number(hour) !== 12) return `${time}${letter}m`;
  if (rest.some((part) => Number(part) > 0)) return letter === "a" ? `0:${rest.join(":")}` : time;
  return letter === "a" ? "midnight" : "noon";
}

/** `9 AM`, `9:30 pm`, `9 a.m.` */
export const spacedHalf: Habit = (place) => {
  for (const at of [place.at, place.at - 1]) {
    if (!isAt(place, at, Int, Time)) continue;
    const letters = half.exec(wordAt(place, at + 1))?.[1];
    if (letters) return { kind: "one", from: at, to: at + 2, text: withHalf(imageAt(place, at), letters), safe: true };
    const dotted = [1, 2, 3, 4].map((i) => wordAt(place, at + i)).join("");
    const found = /^([ap])\.m\.$/.exec(dotted)?.[1];
    if (found) return { kind: "one", from: at, to: at + 5, text: withHalf(imageAt(place, at), found), safe: true };
  }
  return undefined;
};

/** `at 9`, `at 0930`, `at 9h`, `at 9h30`, `at 9.30`. */
export const bareHour: Habit = (place) => {
  const { at } = place;
  if (!wantsClock(place)) return undefined;
  const image = imageAt(place, at);
  if (isAt(place, at, Int)) {
    if (isAt(place, at + 1, Dot) && isAt(place, at + 2, Int) && imageAt(place, at + 2).length === 2) {
      const text = `${image}:${imageAt(place, at + 2)}`;
      if (!isAt(place, at + 3, Dot)) return { kind: "one", from: at, to: at + 3, text, safe: true };
      return { kind: "one", from: at, to: at + 5, text: `${text}:${imageAt(place, at + 4)}`, safe: true };
    }
    const h = /^h(\d\d)?$/.exec(wordAt(place, at + 1));
    if (h && touches(place, at))
      return { kind: "one", from: at, to: at + 2, text: `${image}:${h[1] ?? "00"}`, safe: true };
    if (/^\d{4}$/.test(image)) {
      const text = `${Number(image.slice(0, 2))}:${image.slice(2)}`;
      return { kind: "one", from: at, to: at + 1, text, safe: true };
    }
    return Number(image) <= 24 && image.length <= 2
      ? { kind: "one", from: at, to: at + 1, text: `${Number(image)}:00`, safe: true }
      : undefined;
  }
  const hours = isAt(place, at, Duration) ? /^(\d{1,2})h(?:(\d{1,2})m)?$/.exec(image) : null;
  if (!hours) return undefined;
  return { kind: "one", from: at, to: at + 1, text: `${hours[1]}:${(hours[2] ?? "00").padStart(2, "0")}`, safe: true };
};

/** `every day 6:30`, `every hour :15`: a time without its `at`. */
export const missingAt: Habit = (place) => {
  const { at } = place;
  if (!place.followed.expected.has(At)) {
    const before = at - 1;
    if (!isAt(place, before, Time, AmPm, Midnight, Noon)) return undefined;
    return { kind: "one", from: before, to: before, text: "at", safe: true };
  }
  if (!isAt(place, at, Time, AmPm, Midnight, Noon, MinuteMark)) return undefined;
  return { kind: "one", from: at, to: at, text: "at", safe: true };
};

/** `at minute 50`, `on minute 10 and 30`. */
export const spelledMinute: Habit = (place) => {
  const { at } = place;
  for (const start of [at, at - 1]) {
    if (!/^min(?:ute)?s?$/.test(wordAt(place, start)) || !isAt(place, start + 1, Int)) continue;
    const preposition = wordAt(place, start - 1);
    if (preposition !== "at" && preposition !== "on") continue;
    const minute = `:${imageAt(place, start + 1).padStart(2, "0")}`;
    return { kind: "one", from: start - 1, to: start + 2, text: `at ${minute}`, safe: true };
  }
  const isListed = isAt(place, at, Int) && place.followed.expected.has(MinuteMark);
  const isAfterMinute = place.draft.tokens.slice(0, at).some(({ tokenType }) => tokenType === MinuteMark);
  if (!isListed || !isAfterMinute) return undefined;
  return { kind: "one", from: at, to: at + 1, text: `:${imageAt(place, at).padStart(2, "0")}`, safe: true };
};
