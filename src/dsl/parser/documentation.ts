/** `///` comments and the declarations they stand above. */
import type { IToken } from "chevrotain";
import { DocComment } from "../lexer/trivia.ts";

/**
 * For the offset of a token: the documentation right above it. Only the lines next to a declaration count; what stands
 * between one token and the next is what documents the next.
 */
export function documentation(tokens: readonly IToken[], comments: readonly IToken[]): ReadonlyMap<number, string> {
  const docs = new Map<number, string>();
  let token = 0;
  let lines: string[] = [];
  for (let i = 0; i < comments.length; i++) {
    const comment = comments[i];
    if (!comment || comment.tokenType !== DocComment) continue;
    lines.push(comment.image.slice(3).replace(/^ /, "").trimEnd());
    while (token < tokens.length && (tokens[token]?.startOffset ?? 0) < comment.startOffset) token++;
    while (tokens[token]?.image.trim() === "") token++;
    const next = comments.slice(i + 1, i + 2)[0];
    const target = tokens[token];
    if (!target) break;
    if (!next || next.startOffset > target.startOffset || next.tokenType !== DocComment) {
      docs.set(target.startOffset, lines.join("\n"));
      lines = [];
    }
  }
  return docs;
}
