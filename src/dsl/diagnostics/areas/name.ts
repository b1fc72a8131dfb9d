/** Findings about names: what they stand for, and what may not be one. */
import { entry } from "../define.ts";

/** What a name was perhaps meant to be, as the end of a sentence. */
function meant(nearest: string | undefined): string {
  return nearest === undefined ? "" : `; did you mean \`${nearest}\`?`;
}

export interface Unknown {
  readonly name: string;
  readonly nearest?: string;
}

export const name = {
  "name/unknown-window": entry<Unknown>({
    severity: "error",
    message: ({ name, nearest }) => `there is no window \`${name}\`${meant(nearest)}`,
    why: "Without its window the job would fire at any hour, or at none.",
    help: ({ name }) => `declare it, as in \`window ${name} = weekdays 9:00-17:00\`, or import it from a .sched file`,
  }),
  "name/not-a-window": entry<{ name: string }>({
    severity: "error",
    message: ({ name }) => `\`${name}\` is a calendar, and \`during\` takes windows`,
    why: "A window is a set of clock times; a calendar is a set of days. Only the first says during which hours.",
    help: () => "a calendar's holidays can be taken out with `except`",
  }),
  "name/unknown-exception": entry<Unknown>({
    severity: "error",
    message: ({ name, nearest }) => `\`except ${name}\` names no window and no calendar${meant(nearest)}`,
    why: "What is not known cannot be taken out, and the job would fire when it was meant to rest.",
    help: () => "declare the window, or import it from a .sched file",
  }),
  "name/unknown-calendar": entry<Unknown>({
    severity: "error",
    message: ({ name, nearest }) => `there is no calendar \`${name}\`${meant(nearest)}`,
    why: "A job would count days by another calendar than the one it names.",
    help: () => "declare it, or import it from a .sched file",
  }),
  "name/unknown-parameter": entry<{ name: string; nearest?: string }>({
    severity: "error",
    message: ({ name, nearest }) => `\`${name}\` stands where a date or a time is due, and is none${meant(nearest)}`,
    why: "A name stands for a date or a time only where a template declares it as its parameter.",
    help: () => "write the date or the time itself",
  }),
  "name/unknown-reference": entry<Unknown>({
    severity: "error",
    message: ({ name, nearest }) => `no import brings a value \`${name}\`${meant(nearest)}`,
    why: "A bare name among the arguments stands for something that a TypeScript module exports, such as a constant. Without an import it would stand for nothing when the job runs.",
    help: () => "import it, or put it in quotes where it is meant as a text",
  }),
  "name/unknown-value": entry<Unknown>({
    severity: "error",
    message: ({ name, nearest }) => `a run knows no \`@${name}\`${meant(nearest)}`,
    why: "Behind `@` stand the few things that only a run itself knows.",
    help: () => "there are `@ctx`, `@scheduled`, `@signal`, `@attempt` and `@id`",
  }),
  "name/unknown-job": entry<Unknown>({
    severity: "error",
    message: ({ name, nearest }) => `no job is called \`${name}\`${meant(nearest)}`,
    why: "A job that waits for the end of a job that does not exist never runs.",
    help: () => "a name is sought in the job's own group, then in those around it; `group.name` names any job",
  }),
  "name/unknown-import": entry<Unknown & { readonly file: string }>({
    severity: "error",
    message: ({ name, file, nearest }) => `\`${file}\` declares no window or calendar \`${name}\`${meant(nearest)}`,
    why: "An import of something that is not there would leave its users without a meaning.",
  }),
  "name/unknown-file": entry<Unknown>({
    severity: "error",
    message: ({ name, nearest }) => `\`${name}\` is not among the files that are compiled together${meant(nearest)}`,
    why: "Windows and calendars come from files of the same build, so that a change in one reaches all who use it.",
    help: () => "correct the path, or compile that file as well",
  }),
  "name/star-import": entry<{ file: string }>({
    severity: "error",
    message: ({ file }) => `windows and calendars of \`${file}\` are imported by their names, not with \`*\``,
    why: "A sentence names a window by one word, so a bundle of them could never be used.",
    help: () => 'import them by name, as in `import { officeHours } from "./shared.sched"`',
  }),
  "name/type-as-task": entry<{ name: string }>({
    severity: "error",
    message: ({ name }) => `\`${name}\` is imported as a type, and a type cannot be run`,
    why: "Types are gone once the program runs, so nothing would be there to call.",
    help: () => "import it without `type`",
  }),
  "name/window-as-task": entry<{ name: string; file: string }>({
    severity: "error",
    message: ({ name, file }) => `\`${name}\` comes from \`${file}\`, which brings windows and calendars, not tasks`,
    why: "Tasks are functions of TypeScript modules.",
    help: () => "import the task from the module that exports it",
  }),
  "name/duplicate": entry<{ name: string }>({
    severity: "error",
    message: ({ name }) => `\`${name}\` is declared twice`,
    why: "A name stands for one thing in a file, wherever it is used.",
    help: () => "rename one of the two",
  }),
  "name/reserved": entry<{ name: string }>({
    severity: "error",
    message: ({ name }) => `\`${name}\` cannot be a name here: every JavaScript object already has one`,
    why: "Jobs and tasks are looked up by their names. This one would find something that the language brings along instead of what was meant.",
    help: () => "choose another name",
  }),
  "name/not-bindable": entry<{ name: string }>({
    severity: "error",
    message: ({ name }) => `\`${name}\` is a word of TypeScript, so nothing can be imported under it`,
    why: "The generated module imports what the file imports, under the same name.",
    help: ({ name }) => `give it another, as in \`${name} as ${name}Task\``,
  }),
  "name/duplicate-key": entry<{ name: string }>({
    severity: "error",
    message: ({ name }) => `\`${name}\` stands twice in one object`,
    why: "The second would silently replace the first.",
    help: () => "remove one of the two",
  }),
  "name/unused-import": entry<{ name: string }>({
    severity: "warning",
    message: ({ name }) => `\`${name}\` is imported and not used`,
    why: "It may be a leftover, or the sign of a task that was meant to run and is called by another name.",
    help: () => "remove it, or use it",
  }),
  "name/unused-calendar": entry<{ name: string }>({
    severity: "warning",
    message: ({ name }) => `nothing counts by the calendar \`${name}\``,
    why: "It may be a leftover, or the sign of a job that runs on its holidays because nobody told it not to.",
    help: ({ name }) => `remove it, or put it in force with \`calendar ${name}\` in \`defaults\`, a group or a job`,
  }),
  "name/unused-window": entry<{ name: string }>({
    severity: "warning",
    message: ({ name }) => `no job uses the window \`${name}\``,
    why: "It may be a leftover, or the sign of a `during` that was forgotten.",
    help: () => "remove it, or use it with `during` or `except`",
  }),
} as const;
