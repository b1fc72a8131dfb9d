/** Findings about triggers as a whole: their clauses, steps and life spans. */
import { entry } from "../define.ts";

export const trigger = {
  "trigger/duplicate-clause": entry<{ clause: string }>({
    severity: "error",
    message: ({ clause }) => `the ${clause} stands twice in one trigger`,
    why: "Two of them could mean either or both, and a reader cannot tell which.",
    help: () => "join them into one list, or keep one",
  }),
  "trigger/needs-phase": entry<{ head: string }>({
    severity: "error",
    message: ({ head }) => `\`every ${head}\` does not say from when it is counted`,
    why: "Every second Monday is one of two series. Which of them it is must not depend on the day of deployment.",
    help: () => "add `from` with any date of the first period",
  }),
  "trigger/step-too-short": entry<{ count: string }>({
    severity: "error",
    message: ({ count }) => `\`${count}\` is no length of whole seconds`,
    why: "Fire times are whole seconds; a finer step would fire at the same second more than once, or drift.",
    help: () => "use a second or more",
  }),
  "trigger/zero-step": entry<{ count: string }>({
    severity: "error",
    message: ({ count }) => `\`${count}\` never moves on`,
    why: "A step of nothing would fire without end at one moment.",
    help: () => "count at least one",
  }),
  "trigger/completion-clause": entry<{ clause: string }>({
    severity: "error",
    message: ({ clause }) => `\`after completion\` follows the end of each run, so the ${clause} cannot set its time`,
    why: "The time of the next run follows from the last one; ranges and days can only hold it back.",
    help: () => "leave it out, or drop `after completion`",
  }),
  "trigger/completion-unit": entry<{ count: string }>({
    severity: "error",
    message: ({ count }) => `\`${count} after completion\` has no fixed length`,
    why: "The wait after a run is elapsed time, and months and years differ in length.",
    help: () => "use weeks, days or less",
  }),
  "trigger/until-before-from": entry<{ from: string; until: string }>({
    severity: "error",
    message: ({ from, until }) => `\`until ${until}\` lies before \`from ${from}\`, so nothing is between them`,
    why: "The life of the trigger would end before it begins, and it would never fire.",
    help: () => "swap the two, or correct one of them",
  }),
  "trigger/value-in-custom": entry<{ name: string }>({
    severity: "error",
    message: ({ name }) => `\`@${name}\` belongs to a run, and \`custom\` is asked before there is one`,
    why: "A custom trigger is a function of the time alone: it says when the next run is.",
    help: () => "pass a literal, or move the value to the task",
  }),
} as const;
