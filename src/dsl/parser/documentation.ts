/** `///` comments and the declarations they stand above. */
import type { IToken } from "chevrotain";
import { DocComment, Newline } from "../lexer/trivia.ts";

/**
 * For the offset of a token: the documentation between the token before it and itself, its lines joined. A `///` behind
 * something on its line documents nothing.
 */
export function documentation(
  text: string,
  tokens: readonly IToken[],
  comments: readonly IToken[],
): ReadonlyMap<number, string> {
  const docs = new Map<number, string[]>();
  let at = 0;
  for (const comment of comments) {
    if (comment.tokenType !== DocComment || !isAloneOnLine(text, comment.startOffset)) continue;
    while (at < tokens.length && isBefore(tokens[at], comment.startOffset)) at++;
    const target = tokens[at];
    if (!target) break;
    const line = comment.image.slice(3).replace(/^ /, "").trimEnd();
    const above = docs.get(target.startOffset);
    if (above) above.push(line);
    else docs.set(target.startOffset, [line]);
  }
  return new Map([...docs].map(([offset, lines]) => [offset, lines.join("\n")]));
}

/** Line ends and tokens that were not written are passed over. */
function isBefore(token: IToken | undefined, offset: number): boolean {
  return token !== undefined && (token.startOffset < offset || token.tokenType === Newline || token.image === "");
}

function isAloneOnLine(text: string, offset: number): boolean {
  let at = offset - 1;
  while (at >= 0 && (text.charAt(at) === " " || text.charAt(at) === "\t" || text.charAt(at) === "\ufeff")) at--;
  return at < 0 || text.charAt(at) === "\n" || text.charAt(at) === "\r";
}
