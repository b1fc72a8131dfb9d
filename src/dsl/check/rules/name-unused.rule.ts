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
  const imported = importedNames(files);
  const names = new Set(files.map(({ name }) => relativeName("", name)));
  // An import that leads nowhere may be the use that is missing.
  if ([...imported.keys()].some((target) => !names.has(target))) return;
  for (const { name: from, file } of files) {
    const { windows, calendars, imports } = namesOf(file);
    if (windows.size === 0 && calendars.size === 0) continue;
    const parts = partsOf(file);
    const uses = [...parts.windowNames, ...parts.exceptNames, ...parts.calendarNames, ...parts.includeNames];
    const used = new Set(uses.map(({ text }) => text));
    const asked: ReadonlySet<string> = imported.get(relativeName("", from)) ?? new Set();
    if (asked.has("*")) continue;
    const unknown = [...used].filter((name) => !windows.has(name) && !calendars.has(name) && !imports.has(name));
    const missed = [...asked, ...unknown];
    for (const [name, declared] of [...windows, ...calendars]) {
      if (used.has(name) || asked.has(name)) continue;
      // What misses the name by a letter is a finding already; what it missed is not unused as well.
      if (nearest(name, missed) !== undefined) continue;
      const code = declared.kind === "window" ? "name/unused-window" : "name/unused-calendar";
      yield { file: from, finding: finding(code, declared.name.span, { name }) };
    }
  }
};

/** By file, the names that others import from it; `*` for all of them. */
function importedNames(files: readonly BuildFile[]): ReadonlyMap<string, ReadonlySet<string>> {
  const imported = new Map<string, Set<string>>();
  for (const { name: from, file } of files) {
    for (const statement of file.statements) {
      if (statement.kind !== "import" || bringsOf(statement) !== "sched") continue;
      const target = relativeName(from, statement.from.value);
      const names = imported.get(target) ?? new Set();
      imported.set(target, names);
      for (const { name, star } of statement.names) names.add(star ? "*" : name.text);
    }
  }
  return imported;
}
