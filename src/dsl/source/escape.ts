/** Text from a source file made fit to show: control and bidirectional characters become visible escapes. */

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it removes
const unprintable = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/g;

/** Replaces what a terminal would act on by `\u{…}`; tabs and newlines stay. */
export function printable(text: string): string {
  return text.replace(unprintable, (c) => `\\u{${c.charCodeAt(0).toString(16)}}`);
}
