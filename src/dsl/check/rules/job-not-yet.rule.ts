/**
 * What this version reads and formats, and does not run: one finding each, at the declaration. The rest of the
 * checks does not look into templates, so that the refusal stays the only one.
 */
import { finding } from "../../diagnostics/registry.ts";
import type { Rule } from "../view.ts";

export const jobNotYet: Rule = {
  *file({ file }) {
    for (const statement of file.statements) {
      if (statement.kind === "template") {
        yield finding("job/templates-not-yet", statement.name.span, { name: statement.name.text });
      }
    }
  },
};
