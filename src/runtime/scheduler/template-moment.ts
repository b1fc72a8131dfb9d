/** Instants, dates, times, durations and zones as an app may give them, each in one form: undefined for what is none. */
import { parseDuration } from "../model/index.ts";
import { formatDate, isZone, localTime, parseDate, resolvePoint, secondsOf } from "../trigger/index.ts";

type Reader<T> = (given: unknown, zone: string) => T | undefined;

/** ISO in UTC, as `Date` writes it, without milliseconds where there are none. */
export const readInstant: Reader<string> = (given, zone) => {
  if (given instanceof Date) return isoText(given.getTime());
  if (typeof given === "number") return isoText(given);
  const text = textOf(given, ["Instant", "ZonedDateTime", "PlainDateTime"]);
  const read =
    /^(\d{4}-\d\d?-\d\d?)[Tt ](\d\d?:\d\d(?::\d\d)?)(?:\.(\d{1,9}))?(?:([Zz])|([+-]\d\d?)(?::?(\d\d))?(?::\d\d)?)?$/.exec(
      text ?? "",
    );
  if (!read) return undefined;
  const [, date = "", clock = "", fraction = "", utc, hours, minutes = "0"] = read;
  const local = `${padded(date)}T${padded(clock)}${fraction === "" ? "" : `.${fraction.slice(0, 3)}`}`;
  const seconds = local.replace(/T(\d\d:\d\d)(?=$|\.)/, "T$1:00");
  if (hours === undefined) return attempt(() => isoText(resolvePoint(utc ? `${seconds}Z` : seconds, zone)));
  const offset = (Math.abs(Number(hours)) * 60 + Number(minutes)) * (hours.startsWith("-") ? -1 : 1);
  return attempt(() => isoText(resolvePoint(`${seconds}Z`, "UTC") - offset * 60_000));
};

/** `YYYY-MM-DD`. */
export const readDate: Reader<string> = (given, zone) => {
  if (given instanceof Date) {
    return isoText(given.getTime()) === undefined ? undefined : attempt(() => localTime(zone, given.getTime()).date);
  }
  const text = textOf(given, ["PlainDate"]);
  if (text === undefined || !/^\d{4}-\d\d?-\d\d?$/.test(text)) return undefined;
  return attempt(() => formatDate(parseDate(padded(text))));
};

/** `HH:MM`, with seconds where there are any. */
export const readTime: Reader<string> = (given) => {
  const text = textOf(given, ["PlainTime"])?.replace(/\.0+$/, "");
  if (text === undefined || !/^\d\d?:\d\d(?::\d\d)?$/.test(text)) return undefined;
  const seconds = attempt(() => secondsOf(text));
  if (seconds === undefined || seconds >= 86_400) return undefined;
  return padded(text).replace(/^(\d\d:\d\d):00$/, "$1");
};

/** Milliseconds; a day is 24 hours, as in policies. What holds months or years has no fixed length. */
export const readDuration: Reader<number> = (given) => {
  if (typeof given === "number") return Number.isFinite(given) && given >= 0 ? Math.round(given) : undefined;
  const text = textOf(given, ["Duration"]);
  if (text === undefined) return undefined;
  const written = parseDuration(text);
  if (written !== undefined) return whole([written]);
  const read = /^P(?=[\dT])(?:(\d+)W)?(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:[.,]\d{1,9})?)S)?)?$/.exec(
    text,
  );
  if (!read) return undefined;
  const [, w = 0, d = 0, h = 0, m = 0, s = "0"] = read;
  const seconds = Number(String(s).replace(",", "."));
  return whole([
    Number(w) * 604_800_000,
    Number(d) * 86_400_000,
    Number(h) * 3_600_000,
    Number(m) * 60_000,
    seconds * 1_000,
  ]);
};

/** A name with an area, or UTC; as given, for a zone has several. */
export const readZone: Reader<string> = (given) =>
  typeof given === "string" && (given === "UTC" || /^[A-Za-z_]+(?:\/[\w+-]+)+$/.test(given)) && isZone(given)
    ? given
    : undefined;

/** Text as it is, and the text of a value of one of these kinds of Temporal, without the brackets behind it. */
function textOf(given: unknown, kinds: readonly string[]): string | undefined {
  if (typeof given === "string") return given;
  if (typeof given !== "object" || given === null) return undefined;
  const tag: unknown = Reflect.get(given, Symbol.toStringTag);
  if (!kinds.some((kind) => tag === `Temporal.${kind}`)) return undefined;
  return String(given).replace(/(?:\[[^\]]*\])+$/, "");
}

/** Years of four digits alone. */
function isoText(milliseconds: number): string | undefined {
  if (!(Math.abs(milliseconds) <= 8.64e15)) return undefined;
  const text = new Date(Math.floor(milliseconds)).toISOString();
  return /^\d/.test(text) ? text.replace(".000Z", "Z") : undefined;
}

function padded(text: string): string {
  return text.replace(/(?<!\d)\d(?!\d)/g, "0$&");
}

function whole(parts: readonly number[]): number | undefined {
  const sum = Math.round(parts.reduce((a, b) => a + b, 0));
  return Number.isSafeInteger(sum) ? sum : undefined;
}

function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
