/** Parameters in the texts of a template: `{name}`. The runtime fills them by the same pattern; other braces are plain. */

const hole = /\{([\p{L}_$][\p{L}\p{N}_$]*)\}/gu;

/** The names in the holes of a text, in order. */
export function holesIn(text: string): readonly string[] {
  return [...text.matchAll(hole)].map(([, name]) => name ?? "");
}

/** What stands before, between and behind the holes. */
export function aroundHoles(text: string): readonly string[] {
  return text.split(hole).filter((_, index) => index % 2 === 0);
}
