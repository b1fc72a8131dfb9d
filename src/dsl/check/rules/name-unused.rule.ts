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
    const target = relativeName("", from);
    const { windows, calendars, imports } = namesOf(file);
    if (imported.has(keyOf(target, "*"))) continue;
    const asked = [...imported]
      .filter((key) => key.startsWith(keyOf(target, "")))
      .map((key) => key.slice(target.length + 1));
    const unknown = [...used].filter((name) => !windows.has(name) && !calendars.has(name) && !imports.has(name));
    for (const [name, declared] of [...windows, ...calendars]) {
      if (used.has(name) || asked.includes(name)) continue;
      // What misses the name by a letter is a finding already; what it missed is not unused as well.
      if (nearest(name, [...asked, ...unknown]) !== undefined) continue;
      const code = declared.kind === "window" ? "name/unused-window" : "name/unused-calendar";
      yield { file: from, finding: finding(code, declared.name.span, { name }) };
    }
  }
};

function importsOf({ name: from, file }: BuildFile): readonly string[] {
  return file.statements.flatMap((statement) => {
    if (statement.kind !== "import" || bringsOf(statement) !== "sched") return [];
    const target = relativeName(from, statement.from.value);
    return statement.names.map(({ name, star }) => keyOf(target, star ? "*" : name.text));
  });
}

function keyOf(file: string, name: string): string {
  return `${file}\n${name}`;
}
