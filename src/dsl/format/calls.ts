/** Tasks and their arguments. */
import type { CallNode, PairNode, Path, ValueNode } from "../tree/nodes.ts";
import { printList, printString } from "./text.ts";

export function printPath(path: Path): string {
  return path.names.map((name) => name.text).join(".");
}

/** Lines go on after these words, so a task of that name keeps its parentheses. */
const continuing = new Set(["and", "or"]);

/** `task`, `task(1, "two")`; empty parentheses are left out. */
export function printCall(call: CallNode): string {
  const path = printPath(call.path);
  if (call.args && call.args.length > 0) return `${path}(${printList(call.args, printValue)})`;
  return continuing.has(call.path.names.at(-1)?.text ?? "") ? `${path}()` : path;
}

export function printValue(value: ValueNode): string {
  switch (value.kind) {
    case "string":
      return printString(value.value);
    case "number":
    case "moment":
      return value.text;
    case "literal":
      return String(value.value);
    case "reference":
      return printPath(value.path);
    case "runtime":
      return `@${value.name}`;
    case "list":
      return `[${printList(value.items, printValue)}]`;
    case "object":
      return value.pairs.length === 0 ? "{}" : `{ ${printList(value.pairs, printPair)} }`;
  }
}

const plainKey = /^[A-Za-z_$][\w$]*$/;

function printPair(pair: PairNode): string {
  const key = plainKey.test(pair.key.text) ? pair.key.text : printString(pair.key.text);
  return `${key}: ${printValue(pair.value)}`;
}
