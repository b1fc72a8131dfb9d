/**
 * Windows, calendars, templates and imports share one space of names, as all are named by one bare word. Jobs have
 * theirs to themselves; `job/duplicate-id` looks at those.
 */
import { finding } from "../../diagnostics/registry.ts";
import type { Name } from "../../tree/nodes.ts";
import { localName } from "../names.ts";
import type { Rule } from "../view.ts";

export const nameDuplicate: Rule = {
  *file({ file }) {
    const first = new Map<string, Name>();
    for (const statement of file.statements) {
      const declared =
        statement.kind === "import"
          ? statement.names.map(localName)
          : statement.kind === "window" || statement.kind === "calendar" || statement.kind === "template"
            ? [statement.name]
            : [];
      for (const name of declared) {
        const before = first.get(name.text);
        if (!before) first.set(name.text, name);
        else {
          const related = [{ span: before.span, message: "first declared here" }];
          yield finding("name/duplicate", name.span, { name: name.text }, { related });
        }
      }
    }
  },
};
