/**
 * One id, one job, over all files of a build. Every job after the first is reported, each with the place of the
 * first. Which one is first follows the order of the files, never the names.
 */
import { finding } from "../../diagnostics/registry.ts";
import { idFixes } from "../../fix/duplicate-id.fix.ts";
import type { BuildRule } from "../build.ts";

export const jobDuplicateId: BuildRule = function* ({ jobs, byId }) {
  for (const job of jobs) {
    const { id, span } = job.identity;
    const first = byId.get(id);
    if (!first || first === job) continue;
    const elsewhere = first.file === job.file ? {} : { file: first.file };
    const related = [{ ...elsewhere, span: first.identity.span, message: "the first is here" }];
    yield {
      file: job.file,
      finding: finding("job/duplicate-id", span, { id }, { related, fixes: idFixes(job, byId) }),
    };
  }
};
