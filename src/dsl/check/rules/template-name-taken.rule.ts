/** Over all files of a build: one template of a name, and no job whose id is that name. */
import { finding } from "../../diagnostics/registry.ts";
import type { Span } from "../../source/span.ts";
import type { BuildRule } from "../build.ts";
import { templatesOf } from "../templates.ts";

export const templateNameTaken: BuildRule = function* ({ files, byId }) {
  const first = new Map<string, { readonly file: string; readonly span: Span }>();
  for (const { name: file, file: tree } of files) {
    for (const { template } of templatesOf(tree)) {
      const { text: name, span } = template.name;
      const before = first.get(name);
      if (before === undefined) first.set(name, { file, span });
      // Within one file `name/duplicate` says it.
      else if (before.file !== file) {
        const related = [{ ...before, message: "the first is here" }];
        const params = { name, by: "another template" };
        yield { file, finding: finding("template/name-taken", span, params, { related }) };
      }
      const job = byId.get(name);
      if (job === undefined) continue;
      const elsewhere = job.file === file ? {} : { file: job.file };
      const related = [{ ...elsewhere, span: job.identity.span, message: "the job is here" }];
      yield { file, finding: finding("template/name-taken", span, { name, by: "a job" }, { related }) };
    }
  }
};
