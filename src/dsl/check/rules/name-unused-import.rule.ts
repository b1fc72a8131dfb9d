/**
 * Imports that nothing in the file names: neither as a task nor as a value, window or calendar. Types are used by
 * templates alone.
 */
import { finding } from "../../diagnostics/registry.ts";
import { remove, removeItem, unsafe } from "../../fix/edits.ts";
import type { Imported } from "../names.ts";
import { type FileView, mayBeBroken, type Rule } from "../view.ts";

export const nameUnusedImport: Rule = {
  *file(view) {
    const used = usedNames(view);
    for (const [name, imported] of view.names.imports) {
      // A bundle of windows cannot be used at all, which `name/star-import` says.
      if (imported.element.star && imported.brings === "sched") continue;
      if (used.has(name) || mayBeBroken(view, name)) continue;
      yield finding("name/unused-import", imported.element.span, { name }, { fixes: [removal(view.text, imported)] });
    }
  },
};

function usedNames({ parts, templates }: FileView): ReadonlySet<string> {
  const references = parts.values.flatMap((value) => (value.kind === "reference" ? [value.path] : []));
  const paths = [...parts.calls.map(({ path }) => path), ...references];
  const plain = [...parts.windowNames, ...parts.exceptNames, ...parts.calendarNames, ...parts.includeNames];
  const types = templates.flatMap(({ template }) => template.params.flatMap((param) => param.types));
  const used = [...paths.flatMap(({ names }) => names.slice(0, 1)), ...plain].map(({ text }) => text);
  return new Set([...used, ...types.flatMap((type) => ("text" in type && !("value" in type) ? [type.text] : []))]);
}

/** A module may be imported for what happens when it loads, so a person decides. */
function removal(text: string, { statement, element }: Imported) {
  const only = statement.names.length === 1;
  const edit = only
    ? remove(text, statement.span)
    : removeItem(text, statement.names, statement.names.indexOf(element));
  return unsafe("remove it", edit);
}
