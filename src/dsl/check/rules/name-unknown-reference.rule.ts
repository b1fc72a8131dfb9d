/** A bare name among the arguments stands for a value that a TypeScript module brings. */
import { finding } from "../../diagnostics/registry.ts";
import { replace, unsafe } from "../../fix/edits.ts";
import { nearest } from "../nearest.ts";
import type { Rule } from "../view.ts";
import { mayBeBroken } from "../view.ts";

export const nameUnknownReference: Rule = {
  *file(view) {
    const { parts, names, text } = view;
    const values = [...names.imports].filter(([, one]) => one.brings === "module" && !one.statement.typeOnly);
    const known = new Set(values.map(([name]) => name));
    for (const value of parts.values) {
      if (value.kind !== "reference") continue;
      const [first] = value.path.names;
      if (!first || known.has(first.text) || mayBeBroken(view, first.text)) continue;
      const near = nearest(first.text, known);
      const imported = names.imports.get(first.text);
      const related = imported ? [{ span: imported.element.span, message: "imported here, but not as a value" }] : [];
      const written = text.slice(value.span.start, value.span.end);
      const quoted = JSON.stringify(written);
      const fixes = [
        ...(near === undefined ? [] : [unsafe(`write \`${near}\``, replace(first.span, near))]),
        unsafe(`write \`${quoted}\`, a text`, replace(value.span, quoted)),
      ];
      const params = near === undefined ? { name: first.text } : { name: first.text, nearest: near };
      yield finding("name/unknown-reference", value.span, params, { fixes, related });
    }
  },
};
