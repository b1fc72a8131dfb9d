/** An id for a second sentence on one task, from what it says. */
import type { BuildJob } from "../check/build.ts";
import { runsOf, triggersOf } from "../check/places.ts";
import type { Fix } from "../diagnostics/diagnostic.ts";
import { printDays } from "../format/days.ts";
import { printString } from "../format/text.ts";
import { printDuration } from "../format/times.ts";
import type { TriggerNode } from "../tree/nodes.ts";
import { insert, unsafe } from "./edits.ts";

/** None where the id was chosen: then a person has to choose another. */
export function idFixes({ place, identity }: BuildJob, taken: { has(id: string): boolean }): readonly Fix[] {
  const [trigger] = triggersOf(place.job);
  const [run] = runsOf(place.job);
  if (identity.from !== "task" || place.job.form !== "sentence" || !trigger || !run) return [];
  const id = `${identity.id}.${wordFor(trigger)}`;
  if (taken.has(id)) return [];
  const setting = `id ${printString(id)}`;
  return [unsafe(`add \`${setting}\``, insert(run.span.end, ` ${setting}`))];
}

/** The head of the trigger as one word. */
function wordFor(trigger: TriggerNode): string {
  if (trigger.kind !== "every") return trigger.kind;
  const { head } = trigger;
  if (head.kind === "unit") return head.unit;
  const words = head.kind === "days" ? printDays(head.days, "singular") : printDuration(head.count);
  return words.replace(/[^a-z0-9]+/g, "-");
}
