/** Signs too many, and what other languages put between the words. */

import { Backoff, Ident, keywordOf } from "../../lexer/keywords.ts";
import { StringLiteral, Zone } from "../../lexer/literals.ts";
import { Equals } from "../../lexer/punctuation.ts";
import { Stray } from "../../lexer/trivia.ts";
import type { Habit } from "../explain/repair.ts";
import { imageAt, isAt, typeAt, wordAt } from "./look.ts";

/** `9:00;`, `timezone: UTC`, `max = 1`, `->`. */
export const superfluousSign: Habit = (place) => {
  const { at } = place;
  const sign = wordAt(place, at);
  if (!isAt(place, at, Equals, Stray) && sign !== "." && sign !== "-") return undefined;
  const arrow = sign === "=" || sign === "-" ? wordAt(place, at + 1) === ">" : false;
  if (arrow) return { kind: "one", from: at, to: at + 2, text: "run", safe: true };
  if (!/^[;:=.→]$/.test(sign) || (sign === "." && at + 1 < place.draft.tokens.length)) return undefined;
  if ((sign === ":" || sign === "=") && !keywordOf.has(wordAt(place, at - 1))) return undefined;
  return { kind: "one", from: at, to: at + 1, text: sign === "→" ? "run" : "", safe: true };
};

/** `[1, 2,]`, `every hour, 9-17`: a comma that joins nothing. What is random has no list. */
export const trailingComma: Habit = (place) => {
  if (wordAt(place, place.at - 1) === "random") return undefined;
  if (wordAt(place, place.at) === "," && wordAt(place, place.at + 1) !== ",") {
    return { kind: "one", from: place.at, to: place.at + 1, text: "", safe: true };
  }
  const before = place.at - 1;
  if (wordAt(place, before) !== ",") return undefined;
  const next = wordAt(place, place.at);
  const comma = next === "," ? place.at : before;
  return { kind: "one", from: comma, to: comma + 1, text: "", safe: true };
};

/** `timezone "Europe/Berlin"`, `in "UTC"`. */
export const quotedZone: Habit = (place) => {
  const { at, followed } = place;
  const zone = imageAt(place, at).slice(1, -1);
  if (!isAt(place, at, StringLiteral) || !followed.expected.has(Zone) || !/^[A-Za-z]+[\w/+-]*$/.test(zone))
    return undefined;
  return { kind: "one", from: at, to: at + 1, text: zone, safe: true };
};

/** `at 9:00 Europe/Berlin`: a zone without its `in`. */
export const missingIn: Habit = (place) => {
  const isZone = typeAt(place, place.at)?.CATEGORIES?.includes(Zone);
  return isZone ? { kind: "one", from: place.at, to: place.at, text: "in", safe: true } : undefined;
};

/** `import f from "./tasks.ts"`. */
export const defaultImport: Habit = (place) => {
  const { at } = place;
  if (wordAt(place, at - 1) !== "import" || wordAt(place, at + 1) !== "from") return undefined;
  const text = `{ default as ${imageAt(place, at)} }`;
  return { kind: "one", from: at, to: at + 1, text, safe: true };
};

/** `cron 0 9 * * *`: the expression without its quotes. */
export const unquotedCron: Habit = (place) => {
  const { at, draft, text } = place;
  if (wordAt(place, at - 1) !== "cron") return undefined;
  let end = draft.tokens.findIndex(({ image }, i) => i > at && /^(?:run|in|from|until|except|during)$/.test(image));
  if (end < 0) end = draft.tokens.length;
  const first = draft.spans[at];
  const last = draft.spans[end - 1];
  if (!first || !last) return undefined;
  const fields = text
    .slice(first.start, last.end)
    .trim()
    .split(/[ \t]+/);
  if ((fields.length !== 5 && fields.length !== 6) || fields.some((field) => /["'\\{}()]/.test(field)))
    return undefined;
  return { kind: "one", from: at, to: end, text: `"${fields.join(" ")}"`, safe: true };
};

/** `retry 3 wait 10s with jitter`: waits that stay as they are, drawn. The policy `jitter` is another. */
export const jitterAlone: Habit = (place) => {
  const { at, followed } = place;
  const isPart = wordAt(place, at) === "with" && wordAt(place, at + 1) === "jitter" && followed.expected.has(Backoff);
  return isPart ? { kind: "one", from: at, to: at, text: "backoff fixed", safe: true } : undefined;
};

/** `in UTC+2`, `in GMT-5`, `in +02:00`: an offset is no zone, but a zone with nothing but that offset has a name. */
export const zoneOffset: Habit = (place) => {
  const { at } = place;
  const sign = wordAt(place, at);
  if (sign !== "+" && sign !== "-" && sign !== "\u2212") return undefined;
  const isNamed = /^(?:utc|gmt|z)$/.test(wordAt(place, at - 1));
  if (!/^(?:in|timezone)$/.test(wordAt(place, isNamed ? at - 2 : at - 1))) return undefined;
  const [, hours, minutes = "00"] = /^(\d{1,2})(?::?(\d{2}))?$/.exec(imageAt(place, at + 1)) ?? [];
  if (hours === undefined || minutes !== "00" || Number(hours) < 1 || Number(hours) > 12) return undefined;
  // Names of this area count westwards.
  const text = `Etc/GMT${sign === "+" ? "-" : "+"}${Number(hours)}`;
  return { kind: "one", from: isNamed ? at - 1 : at, to: at + 2, text, safe: false, as: "zone/offset" };
};

/** `id daily`, `name daily`: a text without its quotes. */
export const unquotedText: Habit = (place) => {
  const { at, followed } = place;
  const isText = /^(?:id|name)$/.test(wordAt(place, at - 1)) && followed.expected.has(StringLiteral);
  if (!isText || !isAt(place, at, Ident)) return undefined;
  return { kind: "one", from: at, to: at + 1, text: `"${imageAt(place, at)}"`, safe: true };
};
