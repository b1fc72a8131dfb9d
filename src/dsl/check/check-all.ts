/** The rules that look at all files of a build together. */
import type { Finding } from "../diagnostics/diagnostic.ts";
import { type BuildFile, type BuildRule, buildOf } from "./build.ts";
import { calendarCycle } from "./rules/calendar-cycle.rule.ts";
import { jobCycle } from "./rules/job-cycle.rule.ts";
import { jobDuplicateId } from "./rules/job-duplicate-id.rule.ts";
import { jobLookAlikeId } from "./rules/job-look-alike-id.rule.ts";
import { jobRenamedInUse } from "./rules/job-renamed-in-use.rule.ts";
import { nameUnknownImport } from "./rules/name-unknown-import.rule.ts";
import { nameUnknownJob } from "./rules/name-unknown-job.rule.ts";
import { nameUnused } from "./rules/name-unused.rule.ts";
import { templateNameTaken } from "./rules/template-name-taken.rule.ts";

const rules: readonly BuildRule[] = [
  calendarCycle,
  jobCycle,
  jobDuplicateId,
  jobLookAlikeId,
  jobRenamedInUse,
  nameUnknownImport,
  nameUnknownJob,
  nameUnused,
  templateNameTaken,
];

/**
 * By file, what only the whole of a build shows: ids, chains, names between files. Files without findings are
 * left out. A place in another file carries that file's name. The order of `files` is the order in which jobs count
 * as first; for findings that do not depend on it, sort them by name.
 */
export function checkAll(files: readonly BuildFile[]): ReadonlyMap<string, readonly Finding[]> {
  const build = buildOf(files);
  const found = new Map<string, Finding[]>();
  for (const rule of rules) {
    for (const { file, finding } of rule(build)) {
      const list = found.get(file) ?? [];
      found.set(file, list);
      list.push(finding);
    }
  }
  for (const list of found.values()) list.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  return found;
}
