/** Ids of templates: there is one, it has a parameter in it, and no two sets of values can share it. */
import { finding } from "../../diagnostics/registry.ts";
import { insert, unsafe } from "../../fix/edits.ts";
import type { PolicyNode } from "../../tree/nodes.ts";
import { aroundHoles, holesIn } from "../holes.ts";
import { isBroken, type Rule } from "../view.ts";

export const templateId: Rule = {
  *file(view) {
    for (const { template } of view.templates) {
      const name = template.name.text;
      const id = template.body.find(
        (item): item is PolicyNode & { policy: "id" } => "policy" in item && item.policy === "id",
      );
      if (id === undefined) {
        if (isBroken(view, template.span)) continue;
        const first = template.params[0]?.name.text;
        const last = template.body.at(-1);
        const line = first === undefined || !last ? undefined : `\n  id "${name}:{${first}}"`;
        const fixes =
          line === undefined || !last ? [] : [unsafe(`add \`${line.trim()}\``, insert(last.span.end, line))];
        yield finding("template/no-id", template.name.span, { name }, { fixes });
        continue;
      }
      const { value, span } = id.text;
      const around = aroundHoles(value);
      const between = around.slice(1, -1);
      if (holesIn(value).length === 0) yield finding("template/id-without-parameter", span, { id: value });
      else if (around.some((text) => text.includes("%")) || between.some((text) => !/[^\p{L}\p{N}]/u.test(text))) {
        yield finding("template/unclear-id", span, { id: value });
      }
    }
  },
};
