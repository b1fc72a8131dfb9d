/**
 * Names that every JavaScript object already answers to. Refused wherever a name becomes a key of generated code,
 * of a store or of the app's tasks; as keys of plain data all but one of them are harmless.
 */
import { finding } from "../../diagnostics/registry.ts";
import { isReservedName } from "../identity.ts";
import { groupsOf } from "../places.ts";
import type { Rule } from "../view.ts";

export const nameReserved: Rule = {
  *file({ file, jobs, parts, templates }) {
    const names = [
      ...groupsOf(file).map((group) => group.name),
      ...jobs.flatMap(({ job }) => (job.name ? [job.name] : [])),
      ...templates.flatMap(({ template }) => template.params.map((param) => param.name)),
      ...parts.calls.flatMap(({ path }) => path.names),
    ];
    for (const { text, span } of names) {
      if (isReservedName(text)) yield finding("name/reserved", span, { name: text });
    }
    for (const policy of parts.policies) {
      if (policy.policy !== "id" || !isReservedName(policy.text.value)) continue;
      yield finding("name/reserved", policy.text.span, { name: policy.text.value });
    }
    for (const value of parts.values) {
      if (value.kind !== "object") continue;
      for (const { key } of value.pairs) {
        // Other keys are plain data; this one would set what the object inherits.
        if (key.text === "__proto__") yield finding("name/reserved", key.span, { name: key.text });
      }
    }
  },
};
