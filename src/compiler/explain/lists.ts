/** Lists and numbers in words. */

/** `a`, `a and b`, `a, b and c`. */
export function listed(items: readonly string[], last = "and"): string {
  if (items.length < 2) return items.join("");
  return `${items.slice(0, -1).join(", ")} ${last} ${items.at(-1)}`;
}

/** Runs of three or more become `from to to`; `circle` joins the end of a cycle to its start. */
export function runs(values: readonly number[], say: (value: number) => string): string {
  const parts: string[] = [];
  for (let i = 0; i < values.length; ) {
    let j = i;
    while (values[j + 1] === (values[j] ?? 0) + 1) j++;
    const [first, last] = [values[i] ?? 0, values[j] ?? 0];
    if (j - i >= 2) parts.push(`${say(first)} to ${say(last)}`);
    else for (let k = i; k <= j; k++) parts.push(say(values[k] ?? 0));
    i = j + 1;
  }
  return listed(parts);
}

/** `1st`, `2nd`, `11th`. */
export function ordinal(n: number): string {
  const [tens, ones] = [n % 100, n % 10];
  const suffix = tens >= 11 && tens <= 13 ? "th" : ones === 1 ? "st" : ones === 2 ? "nd" : ones === 3 ? "rd" : "th";
  return `${n}${suffix}`;
}

/** `one day`, `3 days`. */
export function counted(n: number, noun: string): string {
  return n === 1 ? `one ${noun}` : `${n} ${noun}s`;
}

/** `15 minutes`, `1 hour 30 minutes`. */
export function lengthWords(milliseconds: number): string {
  return (
    pieces(milliseconds)
      .map(([n, unit]) => `${n} ${unit}${n === 1 ? "" : "s"}`)
      .join(" ") || "0 seconds"
  );
}

/** Behind `every`: `hour`, `15 minutes`. */
export function stepWords(milliseconds: number): string {
  const [first, more] = pieces(milliseconds);
  return first?.[0] === 1 && more === undefined ? first[1] : lengthWords(milliseconds);
}

function pieces(milliseconds: number): readonly (readonly [n: number, unit: string])[] {
  let rest = milliseconds;
  return units.flatMap(([unit, size]) => {
    const n = Math.floor(rest / size);
    rest -= n * size;
    return n === 0 ? [] : [[n, unit] as const];
  });
}

const units = [
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
  ["second", 1_000],
  ["millisecond", 1],
] as const;

export const monthNames = "January February March April May June July August September October November December".split(
  " ",
);
export const dayNames = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(" ");

/** 1 is January. */
export function monthName(month: number): string {
  return monthNames[month - 1] ?? String(month);
}

/** 1 is Monday. */
export function dayName(weekday: number): string {
  return dayNames[weekday - 1] ?? String(weekday);
}
