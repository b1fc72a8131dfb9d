/** The body of `register`: hands the schedule over, its custom triggers bound where the app gives their functions. */
import type { ModuleModel } from "../model/module-model.ts";
import { memberAccess, objectKey } from "./identifier.ts";
import { triggerText } from "./trigger-text.ts";

export function registerBody(model: ModuleModel): string {
  if (!model.tasks) return "return scheduler.add(schedule);";
  const bound = model.jobs
    .filter((job) => job.nexts.some((next) => next.tasks))
    .map((job) => {
      const trigger = triggerText(job.trigger, job.nexts, true, model.calendars);
      return `${objectKey(job.id)}: { ...schedule.jobs${memberAccess(job.id)}, trigger: ${trigger} },`;
    });
  if (bound.length === 0) return "return scheduler.add(schedule, tasks);";
  return [
    "const jobs: typeof schedule.jobs = {",
    "...schedule.jobs,",
    ...bound,
    "};",
    "return scheduler.add({ ...schedule, jobs }, tasks);",
  ].join("\n");
}
