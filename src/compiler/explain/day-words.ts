/** Day rules in words. */
import type { DayChoice, DayRule, Pick } from "../../runtime/model/index.ts";
import { counted, dayName, listed, monthName, ordinal, runs } from "./lists.ts";

/** Any of the rules is enough, so they are joined by `or`. A phrase that ends with an afterthought ends with a comma. */
export function daysBefore(rules: readonly DayRule[]): string {
  return listed(rules.map(ruleWords), "or");
}

/** The same where nothing follows. */
export function daysWords(rules: readonly DayRule[]): string {
  return daysBefore(rules).replace(/,$/, "");
}

/** What is taken out needs no `every day`. */
export function exceptedWords(rule: DayRule): string {
  return daysWords([rule]).replace(/^every day (?=in )/, "");
}

function ruleWords({ cycle, weekdays, open, months, weeks, picks = [] }: DayRule): string {
  const parts: string[] = [];
  if (cycle) parts.push(`every ${ordinal(cycle.every)} ${cycle.unit}, counted from that of ${cycle.anchor},`);
  if (weekdays) parts.push(`on ${runs(weekdays, dayName)}`);
  if (open) parts.push(weekdays ? "that are workdays" : "on workdays");
  for (const pick of picks) parts.push(`on ${pickWords(pick)}`);
  if (!weekdays && !open && picks.length === 0 && !cycle) parts.push("every day");
  if (months) parts.push(`in ${runs(months, monthName)}`);
  if (weeks) parts.push(`in weeks of ${weeks} ISO number`);
  return parts.join(" ");
}

/** Chosen, then clamped, moved and shifted: in the order in which it is done. */
function pickWords({ in: period, of, offset, move, to, clamp }: Pick): string {
  const within = of.some((choice) => "month" in choice || "weekdays" in choice || "open" in choice)
    ? ""
    : ` of the ${period}`;
  const chosen = `${listed(of.map(choiceWords))}${within}`;
  const clamped = clamp ? `${chosen}, or its last day where it has none,` : chosen;
  const closed = to === undefined ? "a Saturday or Sunday" : "no workday";
  const moved = move
    ? `${clamped.replace(/,$/, "")}, moved to ${moveWords(move, to ?? "weekday")} where that is ${closed},`
    : clamped;
  if (!offset) return moved;
  return `the day ${counted(Math.abs(offset.by), offset.unit)} ${offset.by < 0 ? "before" : "after"} ${moved}`;
}

function moveWords(move: NonNullable<Pick["move"]>, to: "weekday" | "workday"): string {
  return { next: `the next ${to}`, previous: `the ${to} before`, nearest: `the nearest ${to} of the month` }[move];
}

function choiceWords(choice: DayChoice): string {
  if ("month" in choice) return `${monthName(choice.month)} ${choice.date}`;
  if ("open" in choice) return "workdays";
  if ("weekdays" in choice) return runs(choice.weekdays, dayName);
  if ("first" in choice) return `the ${ordinal(choice.first)} to ${ordinal(choice.last)} day`;
  const { nth, day, after, before } = choice;
  const count = nth === -1 ? "last" : nth < 0 ? `${ordinal(-nth)} last` : ordinal(nth);
  const what = typeof day === "number" ? dayName(day) : day;
  const from =
    after !== undefined ? ` after the ${ordinal(after)}` : before !== undefined ? ` before the ${ordinal(before)}` : "";
  return `the ${count} ${what}${from}`;
}
