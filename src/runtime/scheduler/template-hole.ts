/** Texts with parameters in them: `{name}` stands for the text of a value. Other braces are plain. */

/** A word between braces. What is filled in is never looked at again, so a value cannot bring a hole of its own. */
const hole = /\{([\p{L}_$][\p{L}\p{N}_$]*)\}/gu;

/** The text with every hole filled that `textOf` knows. */
export function fillHoles(pattern: string, textOf: (name: string) => string | undefined): string {
  return pattern.replace(hole, (whole, name: string) => textOf(name) ?? whole);
}

/** The names in the holes of a text, in order. */
export function holesIn(pattern: string): readonly string[] {
  return [...pattern.matchAll(hole)].map(([, name]) => name as string);
}

/** What stands around the holes. */
export function literalOf(pattern: string): string {
  return pattern.replace(hole, "");
}
