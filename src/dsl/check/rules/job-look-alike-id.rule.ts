/** Ids that differ and look the same, over all files of a build: every job after the first of a look is told. */
import { finding } from "../../diagnostics/registry.ts";
import type { BuildRule } from "../build.ts";
import { lookOf } from "../look-alike.ts";

export const jobLookAlikeId: BuildRule = function* ({ jobs }) {
  const seen = new Map<string, (typeof jobs)[number]>();
  for (const job of jobs) {
    const { id, span } = job.identity;
    const look = lookOf(id);
    const first = seen.get(look);
    if (first === undefined) {
      seen.set(look, job);
    } else if (first.identity.id !== id) {
      const elsewhere = first.file === job.file ? {} : { file: first.file };
      const related = [{ ...elsewhere, span: first.identity.span, message: "the other is here" }];
      yield {
        file: job.file,
        finding: finding("job/look-alike-id", span, { id, other: first.identity.id }, { related }),
      };
    }
  }
};
