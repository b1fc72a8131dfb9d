/**
 * From a zone's changes to the text that a module carries; `src/runtime/trigger/zone-rules.ts` says what the text means and
 * reads it. Years that go by one rule are told once.
 */
import { civilOf, dayOf, monthLength, type Transition, weekdayOf } from "../../src/runtime/trigger/index.ts";

const DAY = 86_400;
const LAST_YEAR = 2400;
const weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/** A change as the clock that it ends shows it. */
interface Change {
  readonly day: number;
  readonly year: number;
  readonly month: number;
  readonly date: number;
  /** Seconds since midnight. */
  readonly time: number;
  /** The offset from then on, in seconds. */
  readonly after: number;
}

type Year = readonly [year: number, changes: readonly Change[]];

/** `first` is the offset in seconds before the first of the changes. */
export function rulesText(first: number, transitions: readonly Transition[]): string {
  const changes = transitions.map(changeOf).filter(({ year }) => year <= LAST_YEAR);
  const years: Year[] = [...Map.groupBy(changes, ({ year }) => year)];
  const words = [offsetText(first)];
  for (let at = 0; at < years.length; ) {
    const rule = longestRule(years.slice(at));
    words.push(rule.text);
    at += rule.length;
  }
  return words.join(" ");
}

function changeOf({ at, before, after }: Transition): Change {
  const local = at / 1000 + before;
  const day = Math.floor(local / DAY);
  return { ...civilOf(day), day, time: local - day * DAY, after };
}

/** The words for the first of the years and all that follow by the same rule. */
function longestRule(years: readonly Year[]): { readonly text: string; readonly length: number } {
  const [first] = years[0] as Year;
  let best = { text: `${first} ${rulesOf(years.slice(0, 1))?.join(" ")}`, length: 1 };
  for (let length = 2; length <= years.length; length++) {
    const [last] = years[length - 1] as Year;
    const rules = last === first + length - 1 ? rulesOf(years.slice(0, length)) : undefined;
    if (rules === undefined) break;
    best = { text: `${first}..${last === LAST_YEAR ? "" : last} ${rules.join(" ")}`, length };
  }
  return best;
}

/** Undefined where the years have no rule in common. */
function rulesOf(years: readonly Year[]): readonly string[] | undefined {
  const [, pattern] = years[0] as Year;
  if (years.some(([, changes]) => changes.length !== pattern.length)) return undefined;
  const rules = pattern.map((_, index) => ruleOf(years.map(([, changes]) => changes[index] as Change)));
  return rules.every((rule) => rule !== undefined) ? rules : undefined;
}

/** One change of each year as one word. */
function ruleOf(changes: readonly Change[]): string | undefined {
  const [pattern] = changes as [Change];
  const { month, date, time, after, day } = pattern;
  if (changes.some((one) => one.time !== time || one.after !== after)) return undefined;
  const end = `T${clockText(time)}${offsetText(after)}`;
  if (changes.every((one) => one.month === month && one.date === date)) return `${two(month)}-${two(date)}${end}`;
  const weekday = weekdayOf(day);
  if (changes.some((one) => weekdayOf(one.day) !== weekday)) return undefined;
  for (const from of new Set(changes.map((one) => one.month))) {
    const dates = changes.map((one) => one.day - dayOf(one.year, from, 1) + 1);
    const earliest = Math.min(...dates);
    const latest = Math.max(...dates);
    if (earliest < 1 || latest - earliest > 6) continue;
    const length = monthLength(pattern.year * 12 + from - 1);
    const usual = [1, 8, 15, 22, length - 6, Math.max(1, latest - 6)];
    const base = usual.find((one) => one <= earliest && latest <= one + 6) as number;
    return `${two(from)}-${weekdays[weekday - 1]}${two(base)}${end}`;
  }
  return undefined;
}

function offsetText(seconds: number): string {
  return `${seconds < 0 ? "-" : "+"}${clockText(Math.abs(seconds))}`;
}

function clockText(seconds: number): string {
  const rest = [Math.floor(seconds / 60) % 60, seconds % 60];
  const shown = rest[1] ? rest : rest[0] ? rest.slice(0, 1) : [];
  return [String(Math.floor(seconds / 3600)), ...shown.map(two)].join(":");
}

function two(number: number): string {
  return String(number).padStart(2, "0");
}
