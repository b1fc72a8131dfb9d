/**
 * One key, one value. In TypeScript it is an error as well, but there it would be reported in generated code that
 * nobody wrote.
 */
import { finding } from "../../diagnostics/registry.ts";
import type { Name } from "../../tree/nodes.ts";
import type { Rule } from "../view.ts";

export const nameDuplicateKey: Rule = {
  *file({ parts }) {
    for (const value of parts.values) {
      if (value.kind !== "object") continue;
      const first = new Map<string, Name>();
      for (const { key } of value.pairs) {
        const before = first.get(key.text);
        const related = before ? [{ span: before.span, message: "first written here" }] : [];
        if (before) yield finding("name/duplicate-key", key.span, { name: key.text }, { related });
        else first.set(key.text, key);
      }
    }
  },
};
