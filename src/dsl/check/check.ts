/** Every rule that looks at one file alone, applied to it. */
import type { Finding } from "../diagnostics/diagnostic.ts";
import type { FileNode } from "../tree/nodes.ts";
import { rules } from "./rules.ts";
import { type CheckContext, everyView, viewOf } from "./view.ts";

/**
 * What one tree shows to be wrong or doubtful, in the order of the text. Neither fire times nor other files are
 * looked at, and no suppression is applied: `checkAll` and `suppress` are further steps. Where the parser has
 * spoken already, nothing is added: one mistake is one finding.
 */
export function check(file: FileNode, text: string, context: CheckContext): readonly Finding[] {
  const view = viewOf(file, text, context);
  const found: Finding[] = [];
  const add = (findings: Iterable<Finding>): void => {
    for (const one of findings) found.push(one);
  };
  for (const look of ofFile) add(look(view));
  for (const job of view.jobs) {
    for (const look of ofJob) add(look(job));
    for (const trigger of job.triggers) {
      for (const look of ofTrigger) add(look(trigger));
      const every = everyView(trigger);
      if (every) for (const look of ofEvery) add(look(every));
    }
  }
  return found
    .filter(({ span }) => !view.broken.overlap(span))
    .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

// A rule mostly looks at one kind of thing, and a large file has many of each.
const ofFile = rules.flatMap(({ file }) => file ?? []);
const ofJob = rules.flatMap(({ job }) => job ?? []);
const ofTrigger = rules.flatMap(({ trigger }) => trigger ?? []);
const ofEvery = rules.flatMap(({ every }) => every ?? []);
