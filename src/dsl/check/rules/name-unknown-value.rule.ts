/**
 * What stands behind `@`: the closed list of what a run knows. Names of the user's own are written without it.
 */
import { finding } from "../../diagnostics/registry.ts";
import { replace, unsafe } from "../../fix/edits.ts";
import { nearest } from "../nearest.ts";
import type { Rule } from "../view.ts";

const known: ReadonlySet<string> = new Set(["ctx", "scheduled", "signal", "attempt", "id"]);

export const nameUnknownValue: Rule = {
  *file({ parts }) {
    for (const value of parts.values) {
      if (value.kind !== "runtime" || known.has(value.name)) continue;
      const near = nearest(value.name, known);
      const params = near === undefined ? { name: value.name } : { name: value.name, nearest: `@${near}` };
      const fixes = near === undefined ? [] : [unsafe(`write \`@${near}\``, replace(value.span, `@${near}`))];
      yield finding("name/unknown-value", value.span, params, { fixes });
    }
  },
};
