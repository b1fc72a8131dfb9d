/**
 * What belongs to one job cannot stand in a group or in `defaults`: there it would be every job's, and only one
 * can have it.
 */
import { finding } from "../../diagnostics/registry.ts";
import { defaultsOf, groupsOf } from "../places.ts";
import { isOwnAlone, settingKey, settingsOf } from "../settings.ts";
import type { Rule } from "../view.ts";

export const policyMisplaced: Rule = {
  *file({ file }) {
    for (const place of [...defaultsOf(file), ...groupsOf(file)]) {
      for (const setting of settingsOf(place)) {
        if (!isOwnAlone(setting)) continue;
        const params = { setting: settingKey(setting), place: place.kind === "group" ? "group" : "file" };
        yield finding("policy/misplaced", setting.span, params);
      }
    }
  },
};
