/**
 * The one function through which text from a source becomes a string of the module.
 *
 * Whatever the text holds, the literal is one line, survives being inlined into a page, shows no invisible or
 * bidirectional character as itself, and evaluates to exactly the text.
 */

// Invisible, direction-changing and line-separating characters, which JSON leaves as they are.
const hidden =
  /[\u007f-\u00a0\u00ad\u061c\u115f\u1160\u17b4\u17b5\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\u3164\ufeff\uffa0\ufff9-\ufffb]|\u034f/g;

// `<` alone is harmless; these openings end or comment out a script element around the code.
const markup = /<(?=\/script|!--|script)/gi;

/** A double-quoted literal; lone surrogates come out as escapes, as `JSON.stringify` has them. */
export function stringLiteral(text: string): string {
  return JSON.stringify(text).replace(hidden, escapeUnit).replace(markup, "\\u003c");
}

/** Whether a text stands in its literal as it is. */
export function isPlainText(text: string): boolean {
  return stringLiteral(text) === `"${text}"`;
}

function escapeUnit(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
