/**
 * A job is one trigger or more and exactly one run. Sentences have both by their grammar, so this is about blocks.
 * A second `run` is reported where it stands, what is missing at the job's name.
 */
import { finding } from "../../diagnostics/registry.ts";
import { runsOf } from "../places.ts";
import { isBroken, type Rule } from "../view.ts";

export const jobParts: Rule = {
  *job({ job, triggers, in: view }) {
    const [first, ...more] = runsOf(job);
    const name = job.name ?? { text: first?.call.path.names.at(-1)?.text ?? "", span: job.span };
    const params = { job: name.text };
    for (const run of more) {
      const related = first ? [{ span: first.span, message: "the first is here" }] : [];
      yield finding("job/two-runs", run.span, params, { related });
    }
    // What the parser could not read may be just what is missing.
    if (isBroken(view, job.span)) return;
    if (!first) yield finding("job/no-run", name.span, params);
    if (triggers.length === 0) yield finding("job/no-trigger", name.span, params);
  },
};
