/** Strings, words and numbers as the formatter writes them. */

/** What a reader of the source could not see, or what would act on a terminal. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it escapes
const invisible = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]|[\ud800-\udfff]/gu;

const named: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };

function escaped(char: string): string {
  return named[char] ?? `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

/** A string in double quotes; what is invisible in it is written as an escape. */
export function printString(value: string): string {
  return `"${value.replace(/["\\]/g, "\\$&").replace(invisible, escaped)}"`;
}

/** `1st`, `2nd`, `3rd`, `4th`, `11th`, `21st`. */
export function printOrdinal(value: number): string {
  const tens = value % 100;
  const suffix = tens > 10 && tens < 14 ? "th" : (["th", "st", "nd", "rd"][value % 10] ?? "th");
  return `${value}${suffix}`;
}

/** The one way lists are joined. */
export function printList<T>(items: readonly T[], print: (item: T) => string): string {
  return items.map(print).join(", ");
}

export function twoDigits(value: number): string {
  return String(value).padStart(2, "0");
}
