/** Where the braces of a statement are: the tree has no nodes for them. */
import type { Span } from "../source/span.ts";
import type { Comment } from "../tree/nodes.ts";
import type { Item } from "./entries.ts";
import { startingIn } from "./places.ts";

/** From where on the first brace is the statement's own; undefined for statements without a block. */
function afterHead(statement: Item): number | undefined {
  switch (statement.kind) {
    case "defaults":
      return statement.span.start;
    case "calendar":
    case "group":
      return statement.name.span.end;
    case "template":
      return statement.params.at(-1)?.span.end ?? statement.name.span.end;
    case "job":
      if (statement.form === "block") return statement.name?.span.end ?? statement.span.start;
      return statement.inline === undefined ? undefined : statement.body[statement.inline - 1]?.span.end;
    default:
      return undefined;
  }
}

/** What stands between the braces of a statement, without them. */
export function insideBraces(statement: Item, source: string, comments: readonly Comment[]): Span | undefined {
  const from = afterHead(statement);
  if (from === undefined) return undefined;
  const { end } = statement.span;
  let open = source.indexOf("{", from);
  for (const { span } of startingIn(comments, { start: from, end })) {
    if (open > span.start && open < span.end) open = source.indexOf("{", span.end);
  }
  return open >= 0 && open < end - 1 && source[end - 1] === "}" ? { start: open + 1, end: end - 1 } : undefined;
}
