/** Nothing can be expected of a job whose values come later. */
import { finding } from "../../diagnostics/registry.ts";
import type { Rule } from "../view.ts";

export const templateExpectation: Rule = {
  *file({ templates }) {
    for (const { template } of templates) {
      for (const item of template.body) {
        if (item.kind === "expect") yield finding("template/expectation", item.span, { name: template.name.text });
      }
    }
  },
};
