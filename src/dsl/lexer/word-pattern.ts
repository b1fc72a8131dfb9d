/** What a word is: an identifier of TypeScript, in any script. */

const word = /[\p{ID_Start}_$][\p{ID_Continue}$\u200c\u200d]*/uy;

/** Chevrotain sorts tokens by their first character; above 255 by pages of 256. */
const pages = Array.from({ length: 255 }, (_, page) => (page + 1) * 256);

/** The character codes by which a word may begin, one for each page above 255. */
export const wordStarts: readonly number[] = [
  ...Array.from({ length: 256 }, (_, code) => code).filter((code) =>
    /[\p{ID_Start}_$]/u.test(String.fromCharCode(code)),
  ),
  ...pages,
];

/** Every character code below 256 and one for each page above. */
export const anyStarts: readonly number[] = [...Array.from({ length: 256 }, (_, code) => code), ...pages];

/** The word that begins at this offset. */
export function matchWord(text: string, offset: number): RegExpExecArray | null {
  word.lastIndex = offset;
  return word.exec(text);
}
