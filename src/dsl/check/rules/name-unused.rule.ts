/**
 * Windows and calendars that no file of the build uses. An import elsewhere counts as a use; whether that import is used is a
 * finding of its own there.
 */
import { finding } from "../../diagnostics/registry.ts";
import type { BuildFile, BuildRule } from "../build.ts";
import { bringsOf, namesOf, relativeName } from "../names.ts";
import { nearest } from "../nearest.ts";
import { partsOf } from "../parts.ts";

export const nameUnused: BuildRule = function* ({ files, broken }) {
  if (broken) return;
  const imported = new Set(files.flatMap(importsOf));
  const names = new Set(files.map(({ name }) => relativeName("", name)));
  // An import that leads nowhere may be the use that is missing.
  if ([...imported].some((key) => !names.has(key.slice(0, key.indexOf("\n"))))) return;
  for (const { name: from, file } of files) {
    const parts = partsOf(file);
    const uses = [...parts.windowNames, ...parts.exceptNames, ...parts.calendarNames, ...parts.includeNames];
    const used = new Set(uses.map(({ text }) => text));
    // Templates are refused whole and not looked into, so a file with one may use anything.
    if (file.statements.some(({ kind }) => kind === "template")) continue;
    const { windows, calendars } = namesOf(file);
    for (const [name, declared] of [...windows, ...calendars]) {
      const target = relativeName("", from);
      if (used.has(name) || imported.has(keyOf(target, name)) || isMissed(target, name, imported)) continue;
      const code = declared.kind === "window" ? "name/unused-window" : "name/unused-calendar";
      yield { file: from, finding: finding(code, declared.name.span, { name }) };
    }
  }
};

function importsOf({ name: from, file }: BuildFile): readonly string[] {
  return file.statements.flatMap((statement) => {
    if (statement.kind !== "import" || bringsOf(statement) !== "sched") return [];
    const target = relativeName(from, statement.from.value);
    return statement.names.map(({ name }) => keyOf(target, name.text));
  });
}

/** An import that misses the name by a letter is a finding already; what it missed is not unused as well. */
function isMissed(file: string, name: string, imported: ReadonlySet<string>): boolean {
  const names = [...imported].filter((key) => key.startsWith(keyOf(file, ""))).map((key) => key.slice(file.length + 1));
  return nearest(name, names) !== undefined;
}

function keyOf(file: string, name: string): string {
  return `${file}\n${name}`;
}
