/**
 * One `defaults` a file. Its place means nothing, so a second one could contradict the first from a screen away.
 */
import { finding } from "../../diagnostics/registry.ts";
import { defaultsOf } from "../places.ts";
import type { Rule } from "../view.ts";

export const jobTwoDefaults: Rule = {
  *file({ file }) {
    const [first, ...more] = defaultsOf(file);
    for (const { span } of more) {
      const related = first ? [{ span: first.span, message: "the first is here" }] : [];
      yield finding("job/two-defaults", { start: span.start, end: span.start + "defaults".length }, {}, { related });
    }
  },
};
