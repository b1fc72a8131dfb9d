/**
 * What is imported from a .sched file stands there, and the file is part of the build. Names are those the other
 * file declares itself: what it imports it does not pass on.
 */
import { finding } from "../../diagnostics/registry.ts";
import { replace, unsafe } from "../../fix/edits.ts";
import { printString } from "../../format/text.ts";
import type { Text } from "../../tree/nodes.ts";
import type { BuildRule } from "../build.ts";
import { bringsOf, namesOf, relativeName } from "../names.ts";
import { nearest } from "../nearest.ts";

export const nameUnknownImport: BuildRule = function* ({ files }) {
  const byName = new Map(files.map((file) => [relativeName("", file.name), file]));
  for (const { name: from, file } of files) {
    for (const statement of file.statements) {
      if (statement.kind !== "import" || bringsOf(statement) !== "sched") continue;
      const target = byName.get(relativeName(from, statement.from.value));
      if (!target) yield { file: from, finding: unknownFile(statement.from, from, byName.keys()) };
      if (!target || (target.broken?.length ?? 0) > 0) continue;
      const { windows, calendars } = namesOf(target.file);
      const known = new Set([...windows.keys(), ...calendars.keys()]);
      for (const { name, star } of statement.names) {
        if (star || known.has(name.text)) continue;
        const near = nearest(name.text, known);
        const params = { name: name.text, file: statement.from.value, ...(near !== undefined && { nearest: near }) };
        const fixes = near === undefined ? [] : [unsafe(`write \`${near}\``, replace(name.span, near))];
        yield { file: from, finding: finding("name/unknown-import", name.span, params, { fixes }) };
      }
    }
  }
};

/** Names of files differ by their last part; that of a file in the same place is offered. */
function unknownFile({ value: name, span }: Text, from: string, files: Iterable<string>) {
  const others = [...files].filter((file) => file !== relativeName("", from));
  const near = nearest(relativeName(from, name), others);
  const sameFolder = near !== undefined && folderOf(near) === folderOf(relativeName(from, name));
  if (!sameFolder) return finding("name/unknown-file", span, { name });
  const path = `${folderOf(name)}${near.slice(folderOf(near).length)}`;
  const fixes = [unsafe(`write \`${path}\``, replace(span, printString(path)))];
  return finding("name/unknown-file", span, { name, nearest: path }, { fixes });
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf("/") + 1);
}
