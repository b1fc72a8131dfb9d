/** `daily`, `@daily` and their kin. */
import { DayName } from "../../lexer/literals.ts";
import type { Habit } from "../explain/repair.ts";
import { imageAt, isAt, textBetween, touches, wordAt } from "./look.ts";

const periods: ReadonlyMap<string, string> = new Map([
  ["minutely", "every minute"],
  ["hourly", "every hour"],
  ["daily", "every day"],
  ["nightly", "every day"],
  ["weekly", "every week"],
  ["monthly", "every month"],
  ["quarterly", "every quarter"],
  ["yearly", "every year"],
  ["annually", "every year"],
]);

/** What cron's own abbreviations mean. */
const macros: ReadonlyMap<string, string> = new Map([
  ["hourly", "every hour"],
  ["daily", "every day at midnight"],
  ["midnight", "every day at midnight"],
  ["weekly", "every sunday at midnight"],
  ["monthly", "every month on the 1st at midnight"],
  ["yearly", "every year on jan 1 at midnight"],
  ["annually", "every year on jan 1 at midnight"],
  ["reboot", "once on startup"],
]);

/** `daily at 6:30`, `weekly monday 9:00`. The time of a bare `daily` stays to be said: only `@daily` has one. */
export const adverb: Habit = (place) => {
  const { at } = place;
  const period = periods.get(wordAt(place, at));
  if (period === undefined || at !== 0) return undefined;
  if (period === "every week" && isAt(place, 1, DayName)) {
    const day = imageAt(place, 1).replace(/s$/i, "");
    return { kind: "one", from: 0, to: 2, text: `every ${day}`, safe: true };
  }
  return { kind: "one", from: 0, to: 1, text: period, safe: true };
};

/** `every daily`, `every monthly`. */
export const doubled: Habit = (place) => {
  const period = periods.get(wordAt(place, place.at));
  if (period === undefined || wordAt(place, place.at - 1) !== "every") return undefined;
  return { kind: "one", from: place.at - 1, to: place.at + 1, text: period, safe: true };
};

/** `@daily`, `@every 5m`. */
export const macro: Habit = (place) => {
  const { at } = place;
  if (at !== 0 || wordAt(place, 0) !== "@") return undefined;
  const name = wordAt(place, 1);
  const text = name === "every" ? "every" : macros.get(name);
  return text === undefined ? undefined : { kind: "one", from: 0, to: 2, text, safe: true };
};

/** A bare cron line: five or six fields, then `run`. */
export const cronLine: Habit = (place) => {
  const { at, draft } = place;
  if (at !== 0 || !/^[\d*?@]/.test(imageAt(place, 0))) return undefined;
  let end = draft.tokens.findIndex(({ image }) => image === "run");
  if (end < 0) end = draft.tokens.length;
  const fields = textBetween(place, 0, end)
    .trim()
    .split(/[ \t]+/);
  const isCron = (fields.length === 5 || fields.length === 6) && fields.every((field) => cronField.test(field));
  return isCron ? { kind: "one", from: 0, to: end, text: `cron "${fields.join(" ")}"`, safe: true } : undefined;
};

/** A line of a crontab as it is: the fields, then what is to run. */
export const crontabLine: Habit = (place) => {
  const { at, draft } = place;
  if (at !== 0 || !/^[\d*?]/.test(imageAt(place, 0)) || draft.tokens.some(({ image }) => image === "run"))
    return undefined;
  for (let end = 5; end < draft.tokens.length; end++) {
    const next = imageAt(place, end);
    if (touches(place, end - 1) || cronField.test(next)) continue;
    const fields = textBetween(place, 0, end).split(/[ \t]+/);
    const isCron = (fields.length === 5 || fields.length === 6) && fields.every((field) => cronField.test(field));
    if (isCron) return { kind: "one", from: 0, to: end, text: `cron "${fields.join(" ")}" run`, safe: true };
  }
  return undefined;
};

const cronField = /^(?:[\d*?/,#LW-]|[A-Za-z]{3}(?![A-Za-z]))+$/;

/** `monday at 9:00`, `weekdays 9-17`: the days first and no `every`. */
export const bareDays: Habit = (place) => {
  const word = wordAt(place, 0);
  if (place.at !== 0 || (!isAt(place, 0, DayName) && !/^(?:weekday|weekend|workday)s?$/.test(word))) return undefined;
  const text = `every ${imageAt(place, 0).replace(/(?<=day|weekend)s$/i, "")}`;
  return { kind: "one", from: 0, to: 1, text, safe: true };
};
