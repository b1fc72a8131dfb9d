/** The `.sched` files that others import, read along with them so that their names are known. */
import { tooling } from "../compiler/index.ts";
import { relativeName } from "../dsl/index.ts";
import type { NodeHost } from "./node-host.ts";

/** A look at the text is enough: what is no import after all costs a file read and nothing else. */
const importPath = /\bfrom\s*["']([^"'\n]+\.sched)["']/g;

/**
 * Text by name, however long the chain; without those given, and without what is not there or lies outside the root,
 * be it through a link: what stands in such a file is no business of whoever reads the findings.
 */
export async function importedFiles(
  files: Readonly<Record<string, string>>,
  host: NodeHost,
): Promise<Readonly<Record<string, string>>> {
  const found: Record<string, string> = {};
  const open = Object.entries(files);
  const root = await host.realPath("");
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [name, text] = next;
    for (const [, path = ""] of text.matchAll(importPath)) {
      const target = relativeName(name, path);
      if (Object.hasOwn(files, target) || Object.hasOwn(found, target)) continue;
      if (target.startsWith("/") || target.startsWith("../")) continue;
      if (!tooling.isWithin(await host.realPath(target), root)) continue;
      const imported = await host.readFile(target);
      if (imported === undefined) continue;
      found[target] = imported;
      open.push([target, imported]);
    }
  }
  return found;
}
