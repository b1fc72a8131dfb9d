/**
 * A setting stands once in one place. In different places it may stand again: the nearer one counts. The two sides
 * of `dst` and each hook are settings of their own, and `renamed from` is a list.
 */
import { finding } from "../../diagnostics/registry.ts";
import { remove, safe, unsafe } from "../../fix/edits.ts";
import type { DefaultsNode, GroupNode, JobNode, Setting } from "../../tree/nodes.ts";
import { written } from "../clauses.ts";
import { defaultsOf, groupsOf } from "../places.ts";
import { settingKey, settingsOf } from "../settings.ts";
import type { Rule } from "../view.ts";

export const policyDuplicate: Rule = {
  *file({ file, jobs, text }) {
    for (const place of [...defaultsOf(file), ...groupsOf(file), ...jobs.map(({ job }) => job)])
      yield* inPlace(place, text);
  },
};

function* inPlace(place: DefaultsNode | GroupNode | JobNode, text: string) {
  const first = new Map<string, Setting>();
  for (const setting of settingsOf(place)) {
    const key = settingKey(setting);
    // A job may have had several names before.
    if (key === "renamed from") continue;
    const before = first.get(key);
    if (!before) first.set(key, setting);
    else {
      const related = [{ span: before.span, message: "first set here" }];
      yield finding(
        "policy/duplicate",
        setting.span,
        { setting: key },
        { related, fixes: fixesFor(text, before, setting) },
      );
    }
  }
}

function fixesFor(text: string, before: Setting, after: Setting) {
  const [one, two] = [written(text, before.span), written(text, after.span)];
  if (one === two) return [safe("remove the second", remove(text, after.span))];
  return [unsafe(`keep \`${one}\``, remove(text, after.span)), unsafe(`keep \`${two}\``, remove(text, before.span))];
}
