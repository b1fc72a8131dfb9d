/**
 * A task is something that a TypeScript module brings. Names that nothing imports are fine: the app gives those
 * tasks when it registers the jobs.
 */
import { finding } from "../../diagnostics/registry.ts";
import type { Rule } from "../view.ts";

export const nameNotATask: Rule = {
  *file({ parts, names }) {
    for (const { path } of parts.calls) {
      const [first] = path.names;
      const imported = first && names.imports.get(first.text);
      if (!imported) continue;
      const related = [{ span: imported.element.span, message: "imported here" }];
      if (imported.brings === "sched") {
        const params = { name: first.text, file: imported.statement.from.value };
        yield finding("name/window-as-task", first.span, params, { related });
      } else if (imported.statement.typeOnly) {
        yield finding("name/type-as-task", first.span, { name: first.text }, { related });
      }
    }
  },
};
