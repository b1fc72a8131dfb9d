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
  for (const rule of rules) {
    found.push(...(rule.file?.(view) ?? []));
    for (const job of view.jobs) {
      found.push(...(rule.job?.(job) ?? []));
      for (const trigger of job.triggers) {
        found.push(...(rule.trigger?.(trigger) ?? []));
        const every = rule.every && everyView(trigger);
        if (every) found.push(...(rule.every?.(every) ?? []));
      }
    }
  }
  return found
    .filter(({ span }) => !view.broken.overlap(span))
    .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}
