/** What stands between the tokens: blanks, line ends, comments, and characters that no token begins with. */
import { createToken, type TokenType } from "chevrotain";
import { anyStarts } from "./word-pattern.ts";

/** Where the lexer puts comments. */
export const commentGroup = "comments";

const skipped = "skipped";

export const Blank = createToken({ name: "BLANK", pattern: /[ \t]+/, group: skipped });
export const Newline = createToken({ name: "NL", pattern: /\r\n?|\n/, line_breaks: true });

/** Blanks that look like a space and are none; a byte order mark at the start of the text is one of them and is fine. */
export const OddBlank = createToken({
  name: "ODD BLANK",
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters meant
  pattern: /[\u000b\u000c\u0085\u00a0\u1680\u2000-\u200d\u2028\u2029\u202f\u205f\u2060\u3000\ufeff]+/,
  line_breaks: false,
});

/** `///` but not `////`, which is a ruler. */
export const DocComment = createToken({
  name: "DOC COMMENT",
  pattern: /\/\/\/(?!\/)[^\n\r]*/,
  group: commentGroup,
});
export const LineComment = createToken({ name: "LINE COMMENT", pattern: /\/\/[^\n\r]*/, group: commentGroup });
export const HashComment = createToken({ name: "HASH COMMENT", pattern: /#[^\n\r]*/, group: commentGroup });

/** To its end, or to the end of the text where it has none. */
export const BlockComment = createToken({
  name: "BLOCK COMMENT",
  pattern: (text: string, offset: number): [string] | null => {
    if (!text.startsWith("/*", offset)) return null;
    const close = text.indexOf("*/", offset + 2);
    return [text.slice(offset, close < 0 ? text.length : close + 2)];
  },
  start_chars_hint: ["/"],
  line_breaks: true,
  group: commentGroup,
});

/** One character that belongs to nothing else. */
export const Stray = createToken({
  name: "STRAY",
  pattern: (text: string, offset: number): [string] | null => {
    const code = text.codePointAt(offset);
    return code === undefined ? null : [String.fromCodePoint(code)];
  },
  start_chars_hint: [...anyStarts],
  line_breaks: false,
});

export const comments: readonly TokenType[] = [DocComment, LineComment, BlockComment, HashComment];
