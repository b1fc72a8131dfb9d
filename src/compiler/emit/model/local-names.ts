/** Local names for what a module imports: each an identifier, none twice, none that the module itself needs. */
import { isBindingName } from "../text/identifier.ts";

/** Names the module declares or binds in its functions, and the types it takes from the runtime. */
const own = [
  "schedule",
  "register",
  "Tasks",
  "JobId",
  "run",
  "tasks",
  "scheduler",
  "after",
  "values",
  "text",
  "Templates",
  "Template",
  "GivenInstant",
  "GivenDate",
  "GivenTime",
  "GivenDuration",
  "calendars",
  "triggers",
  "Calendar",
  "Jobs",
  "Run",
  "Schedule",
  "Scheduler",
  "Trigger",
];

export interface LocalNames {
  /** A free name as close to the wish as can be. */
  claim(wish: string): string;
}

export function createLocalNames(): LocalNames {
  const taken = new Set(own);
  return {
    claim(wish) {
      const base = wish.replace(/[^\w$]/g, "_").replace(/^(?=\d)|^$/, "_");
      let local = base;
      for (let n = 2; taken.has(local) || !isBindingName(local); n++) local = `${base}${n}`;
      taken.add(local);
      return local;
    },
  };
}
