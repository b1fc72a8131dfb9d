/**
 * A former id goes to one job: not to two that claim it, and not away from a job that still has it. Holds over all
 * files, as histories are kept by id alone.
 */
import { finding } from "../../diagnostics/registry.ts";
import type { Span } from "../../source/span.ts";
import type { BuildJob, BuildRule } from "../build.ts";

export const jobRenamedInUse: BuildRule = function* ({ jobs, byId }) {
  const claimed = new Map<string, { readonly file: string; readonly span: Span }>();
  for (const job of jobs) {
    for (const { value: id, span } of formerIds(job)) {
      // Its own id is another finding.
      const holder = id === job.identity.id ? undefined : byId.get(id);
      const other = holder ? { file: holder.file, span: holder.identity.span } : claimed.get(id);
      if (!claimed.has(id)) claimed.set(id, { file: job.file, span });
      if (!other) continue;
      const message = holder ? "this job has the id" : "first claimed here";
      const related = [{ ...(other.file === job.file ? {} : { file: other.file }), span: other.span, message }];
      yield { file: job.file, finding: finding("job/renamed-in-use", span, { id }, { related }) };
    }
  }
};

function formerIds({ place }: BuildJob) {
  return place.job.body.flatMap((item) => (item.kind === "policy" && item.policy === "renamedFrom" ? [item.text] : []));
}
