/** What needs fire times: each analysis is a file of its own. */
import type { Diagnostic, Finding } from "../../dsl/index.ts";
import { checkExpectations } from "../expect/index.ts";
import type { LoweredFile } from "../plan/index.ts";
import { findCalendarEnds } from "./calendar-ends.ts";
import { findChangingClocks } from "./changing-clocks.ts";
import { findLongDelays } from "./delays.ts";
import { lookFrom } from "./members.ts";
import { findNeverFires } from "./never-fires.ts";
import { findCrowds } from "./same-instant.ts";
import { findShortWindows } from "./short-windows.ts";

export { lookFrom } from "./members.ts";
export { spoken } from "./spoken.ts";

/** The instant that stands for now, where a caller has one to give. */
export interface AnalyzeOptions {
  /** Epoch milliseconds: where to look from, and what is past. Without it nothing is past. */
  readonly now?: number;
}

/** The findings of one file's jobs, each by itself. */
export function analyzeFile({ jobs }: LoweredFile, { now }: AnalyzeOptions): readonly Finding[] {
  return jobs.flatMap((lowered) => [
    ...lowered.parts.flatMap((part) => {
      const subject = { ...lowered, ...part };
      const empty = findNeverFires(subject, now);
      return empty.length > 0
        ? empty
        : [...findShortWindows(subject), ...findCalendarEnds(subject), ...findChangingClocks(subject, now)];
    }),
    ...findLongDelays(lowered),
    ...checkExpectations(lowered, { from: now ?? lookFrom }),
  ]);
}

/** What shows only when the jobs of all files are seen together. */
export function analyzeTogether(files: readonly LoweredFile[], { now }: AnalyzeOptions): readonly Diagnostic[] {
  return findCrowds(
    files.flatMap(({ jobs, side }) => jobs.map((job) => ({ file: side.file, job }))),
    now,
  );
}
