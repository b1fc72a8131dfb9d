/** Text from a source file made fit to show: control and bidirectional characters become visible escapes. */

const unprintable =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it removes
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;

/** Replaces what a terminal would act on by `\u{…}`; tabs and newlines stay. */
export function printable(text: string): string {
  return text.replace(unprintable, (c) => `\\u{${c.charCodeAt(0).toString(16)}}`);
}

/** The same for JSON: the escapes are its own, so that it says what it said. */
export function printableJson(json: string): string {
  return json.replace(unprintable, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
