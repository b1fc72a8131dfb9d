/** Text from a source file made fit to show: control and bidirectional characters become visible escapes. */

const unprintable =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it removes
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;

/** Replaces what a terminal would act on by `\u{…}`; tabs and newlines stay. */
export function printable(text: string): string {
  return text.replace(unprintable, (c) => `\\u{${c.charCodeAt(0).toString(16)}}`);
}

/** The same in one line, whatever it held: for names of files. */
export function printableLine(text: string): string {
  return printable(text).replaceAll("\n", "\\n").replaceAll("\t", "\\t");
}

/** The text behind a line; one that held such escapes itself is not told apart. */
export function fromPrintableLine(line: string): string {
  return line
    .replaceAll("\\n", "\n")
    .replaceAll("\\t", "\t")
    .replace(/\\u\{([0-9a-f]{1,4})\}/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** The same for JSON: the escapes are its own, so that it says what it said. */
export function printableJson(json: string): string {
  return json.replace(unprintable, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
