/** Imports. */
import type { ImportedName, ImportNode } from "../tree/nodes.ts";
import { brokenList, fits } from "./columns.ts";
import { printString } from "./text.ts";

export function printImport(node: ImportNode, depth: number): string {
  const head = node.typeOnly ? "import type" : "import";
  const from = `from ${printString(node.from.value)}`;
  const names = node.names.map(printImportedName);
  if (node.names.some((name) => name.star)) return `${head} ${names.join(", ")} ${from}`;
  const line = `${head} { ${names.join(", ")} } ${from}`;
  return fits(line, depth) ? line : `${head} {${brokenList(names, depth)}} ${from}`;
}

function printImportedName({ name, alias, star }: ImportedName): string {
  if (star) return `* as ${(alias ?? name).text}`;
  return alias ? `${name.text} as ${alias.text}` : name.text;
}
