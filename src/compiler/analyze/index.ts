/** What needs fire times: each analysis is a file of its own. */
import type { Diagnostic, Finding } from "../../dsl/index.ts";
import { checkExpectations } from "../expect/index.ts";
import type { LoweredFile, LoweredJob } from "../plan/index.ts";
import { findCalendarEnds } from "./calendar-ends.ts";
import { findChangingClocks } from "./changing-clocks.ts";
import { findLongDelays } from "./delays.ts";
import { lookFrom } from "./members.ts";
import { findNeverFires } from "./never-fires.ts";
import { isOpenTrigger, widest } from "./open-triggers.ts";
import { findCrowds } from "./same-instant.ts";
import { findShortWindows } from "./short-windows.ts";
import type { Subject } from "./subject.ts";

export { lookFrom } from "./members.ts";
export { spoken } from "./spoken.ts";

/** The instant that stands for now, where a caller has one to give. */
export interface AnalyzeOptions {
  /** Epoch milliseconds: where to look from, and what is past. Without it nothing is past. */
  readonly now?: number;
}

/** The findings of one file's jobs, each by itself. */
export function analyzeFile({ jobs, templates }: LoweredFile, { now }: AnalyzeOptions): readonly Finding[] {
  const ofJobs = jobs.flatMap((lowered) => [
    ...lowered.parts.flatMap((part) => findingsOf({ ...lowered, ...part }, now)),
    ...findLongDelays(lowered),
    ...checkExpectations(lowered, { from: now ?? lookFrom }),
  ]);
  return [...ofJobs, ...templates.flatMap(({ lowered }) => findingsOfTemplate(lowered, now))];
}

function findingsOf(subject: Subject, now: number | undefined): readonly Finding[] {
  const empty = findNeverFires(subject, now);
  if (empty.length > 0) return empty;
  return [...findShortWindows(subject), ...findCalendarEnds(subject), ...findChangingClocks(subject, now)];
}

/** What holds whatever values come: all where a trigger takes none, else whether it can fire at all. */
function findingsOfTemplate(lowered: LoweredJob, now: number | undefined): readonly Finding[] {
  const ofParts = lowered.parts.flatMap((part) => {
    const subject = { ...lowered, ...part };
    if (!isOpenTrigger(part.trigger)) return findingsOf(subject, now);
    const trigger = widest(part.trigger);
    return trigger === undefined ? [] : findNeverFires({ ...subject, trigger }, undefined);
  });
  return isOpenTrigger(lowered.job.trigger) ? ofParts : [...ofParts, ...findLongDelays(lowered)];
}

/** What shows only when the jobs of all files are seen together. */
export function analyzeTogether(files: readonly LoweredFile[], { now }: AnalyzeOptions): readonly Diagnostic[] {
  return findCrowds(
    files.flatMap(({ jobs, side }) => jobs.map((job) => ({ file: side.file, job }))),
    now,
  );
}
