/** A word where a date or a time is due. */
import { finding } from "../../diagnostics/registry.ts";
import type { Rule } from "../view.ts";

export const nameUnknownParameter: Rule = {
  *file({ parts }) {
    for (const { name, span } of parts.parameters) yield finding("name/unknown-parameter", span, { name });
  },
};
