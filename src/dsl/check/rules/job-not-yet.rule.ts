/**
 * What this version reads and formats, and does not run: one finding each, at the declaration. The rest of the
 * checks look neither into templates nor into calendars, so that the refusal stays the only one.
 */
import { finding } from "../../diagnostics/registry.ts";
import type { Rule } from "../view.ts";

export const jobNotYet: Rule = {
  *file({ file, jobs }) {
    for (const statement of file.statements) {
      if (statement.kind === "template") {
        yield finding("job/templates-not-yet", statement.name.span, { name: statement.name.text });
      }
      if (statement.kind === "calendar") {
        yield finding("job/calendars-not-yet", statement.name.span, { name: statement.name.text });
      }
    }
    for (const { job } of jobs) {
      for (const item of job.body) if (item.kind === "expect") yield finding("job/expect-not-yet", item.span, {});
    }
  },
};
