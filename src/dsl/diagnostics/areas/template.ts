/** Findings about templates: their parameters, and the ids of the jobs that they make. */
import { entry } from "../define.ts";

function meant(nearest: string | undefined): string {
  return nearest === undefined ? "" : `; did you mean \`${nearest}\`?`;
}

export const template = {
  "template/unknown-hole": entry<{ name: string; template: string; nearest?: string }>({
    severity: "error",
    message: ({ name, template, nearest }) =>
      `\`{${name}}\` names no parameter of the template \`${template}\`${meant(nearest)}`,
    why: "In a template's texts a word between braces stands for the value of a parameter. Without one the braces would be sent as they are.",
    help: () => "name a parameter, or leave the braces out",
  }),
  "template/unknown-parameter": entry<{ name: string; template: string; meant: string }>({
    severity: "error",
    message: ({ name, template, meant }) =>
      `the template \`${template}\` has no parameter \`${name}\`; did you mean \`${meant}\`?`,
    why: "A word that is no parameter stands for something else, or for nothing, and the job would not get the value that was meant.",
    help: () => "name a parameter, or declare this one",
  }),
  "template/unknown-type": entry<{ name: string; nearest?: string }>({
    severity: "error",
    message: ({ name, nearest }) => `there is no type \`${name}\`${meant(nearest)}`,
    why: "The type of a parameter decides how its values are read, and what the module lets TypeScript accept.",
    help: () =>
      "there are `string`, `number`, `boolean`, `instant`, `date`, `time`, `duration`, `zone`, literals, and types that the file imports",
  }),
  "template/duplicate-parameter": entry<{ name: string }>({
    severity: "error",
    message: ({ name }) => `the template has two parameters \`${name}\``,
    why: "Values are given by name, so that of two parameters with one name one could never be given.",
    help: () => "rename one of them",
  }),
  "template/unused-parameter": entry<{ name: string }>({
    severity: "warning",
    message: ({ name }) => `nothing in the template uses \`${name}\``,
    why: "Whoever schedules the job gives this value and believes that it matters.",
    help: ({ name }) => `use it, as an argument or as \`{${name}}\` in a text, or remove it`,
  }),
  "template/mixed-types": entry<{ name: string; type: string }>({
    severity: "error",
    message: ({ name, type }) => `\`${name}\` may be \`${type}\` or something else`,
    why: "Instants, dates, times, durations and zones may all come as text, so that beside another type the value alone does not say what it is.",
    help: () => "make it two parameters, of which one may be left out with `?`",
  }),
  "template/wrong-default": entry<{ name: string; type: string }>({
    severity: "error",
    message: ({ name, type }) => `the default of \`${name}\` is no value of its type ${type}`,
    why: "A default is taken for every job that is made without the value, so that none of them could be made.",
    help: () =>
      'write a value of the type: `"text"`, `3`, `true`, `2026-01-31T09:00`, `2026-01-31`, `9:00`, `15m`, `"Europe/Berlin"`, a list in brackets',
  }),
  "template/misplaced-parameter": entry<{ name: string; type: string; needed: string }>({
    severity: "error",
    message: ({ name, type, needed }) => `\`${name}\` is ${type}, and ${needed} is due here`,
    why: "The job is made of the value as it comes, and of another kind of value no job could be made.",
    help: () => "give the parameter the type that is needed, or use another",
  }),
  "template/may-be-missing": entry<{ name: string }>({
    severity: "error",
    message: ({ name }) => `\`${name}\` may be left out, and here it cannot be`,
    why: "Only as an argument a value may be missing: a text or a trigger would have a hole in it.",
    help: () => "give the parameter a default, or remove its `?`",
  }),
  "template/member-of-parameter": entry<{ name: string; written: string }>({
    severity: "error",
    message: ({ name, written }) => `\`${written}\` asks for a part of the parameter \`${name}\``,
    why: "A value is handed on as a whole; what is in it is for the task to take.",
    help: ({ name }) => `pass \`${name}\`, or declare a parameter for the part`,
  }),
  "template/no-id": entry<{ name: string }>({
    severity: "error",
    message: ({ name }) => `the template \`${name}\` does not say which id its jobs have`,
    why: "Each call makes a job of its own. Its id decides whether a second call replaces the first job, and by it a job is found, paused, and continued after a restart.",
    help: () => "add an `id` with a parameter in it",
  }),
  "template/id-without-parameter": entry<{ id: string }>({
    severity: "error",
    message: ({ id }) => `the id \`${id}\` is the same for every job of the template`,
    why: "All jobs of the template would be one job.",
    help: () => "put a parameter into it that tells them apart, between braces",
  }),
  "template/unclear-id": entry<{ id: string }>({
    severity: "error",
    message: ({ id }) => `in the id \`${id}\` two values can run into each other`,
    why: "Between two values a sign has to stand that is no letter, no digit and no `%`: it is written otherwise in the values, so that no two jobs can meet in one id.",
    help: () => "put a sign between them, as in `{a}:{b}`",
  }),
  "template/name-taken": entry<{ name: string; by: string }>({
    severity: "error",
    message: ({ name, by }) => `the template \`${name}\` is called like ${by}`,
    why: "Jobs and templates are handed to the app under their names, and the jobs of a template are found again by its name.",
    help: () => "rename one of them",
  }),
  "template/expectation": entry<{ name: string }>({
    severity: "error",
    message: ({ name }) => `what the template \`${name}\` will fire nobody can know yet`,
    why: "`expect` is proven when the file is compiled, and the values of a template come when the program runs.",
    help: () => "test it with values of your own, on a test clock",
  }),
} as const;
