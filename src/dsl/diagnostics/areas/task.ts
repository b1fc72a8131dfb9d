/** Findings about tasks, as the TypeScript modules that bring them declare them. */
import { entry } from "../define.ts";

/** What a name was perhaps meant to be, as the end of a sentence. */
function meant(nearest: string | undefined): string {
  return nearest === undefined ? "" : `; did you mean \`${nearest}\`?`;
}

export interface Named {
  readonly name: string;
  readonly nearest?: string;
}

export interface Given {
  /** Which argument, in words: "`kind`, the 1st argument of `sendReport`". */
  readonly place: string;
}

export const task = {
  "task/unknown-module": entry<{ readonly path: string; readonly nearest?: string }>({
    severity: "error",
    message: ({ path, nearest }) => `there is no module \`${path}\`${meant(nearest)}`,
    why: "Its tasks are sought as TypeScript seeks them from a file in this place: by the nearest tsconfig.json with its paths, by packages and their exports. Where TypeScript finds nothing, the program finds nothing either when it starts.",
    help: () => "correct the path, write the module, or install the package",
  }),
  "task/not-exported": entry<Named & { readonly path: string }>({
    severity: "error",
    message: ({ name, path, nearest }) => `\`${path}\` exports no \`${name}\`${meant(nearest)}`,
    why: "The generated module imports what is named here. If nothing is exported under that name, the program does not start, or fails when the job is due.",
    help: ({ name, path }) => `export \`${name}\` from \`${path}\`, or import what is meant`,
  }),
  "task/unknown-member": entry<Named & { readonly of: string }>({
    severity: "error",
    message: ({ name, of, nearest }) => `\`${of}\` has no \`${name}\`${meant(nearest)}`,
    why: "A name behind a dot is a member of what stands before it. One that does not exist is found out only when the job is due.",
  }),
  "task/not-callable": entry<{ readonly task: string; readonly what: string }>({
    severity: "error",
    message: ({ task, what }) => `\`${task}\` cannot be called: it is ${what}`,
    why: "What stands behind `run`, `when`, `unless` and `custom` is called each time. Only a function can be.",
    help: () => "name a function, or a method behind a dot",
  }),
  "task/missing-argument": entry<{ readonly task: string; readonly missing: string; readonly several: boolean }>({
    severity: "error",
    message: ({ task, missing, several }) =>
      `\`${task}\` needs ${several ? "more arguments" : "another argument"}: ${missing}`,
    why: "A task that is called with less than it needs works with `undefined`, or fails when the job is due.",
    help: () => "write what is missing into the parentheses, or make the parameter optional",
  }),
  "task/too-many-arguments": entry<{ readonly task: string; readonly takes: string; readonly given: number }>({
    severity: "error",
    message: ({ task, takes, given }) => `\`${task}\` takes ${takes}, and is given ${given}`,
    why: "What a function does not take has no effect. It was written because it was meant to have one.",
    help: () => "remove what is too much, or give the function a parameter for it",
  }),
  "task/wrong-argument": entry<Given & { readonly expected: string; readonly got: string; readonly nearest?: string }>({
    severity: "error",
    message: ({ place, expected, got, nearest }) =>
      `${place}: expected ${expected}, got ${got}${nearest === undefined ? "" : `; did you mean ${nearest}?`}`,
    why: "The task's own type says what it can work with. Anything else would reach it only when the job is due, at night and unseen.",
  }),
  "task/unknown-key": entry<Given & { readonly key: string; readonly nearest?: string; readonly known: string }>({
    severity: "error",
    message: ({ place, key, nearest }) => `${place}: there is no \`${key}\`${meant(nearest)}`,
    why: "What a task does not know it does not look at: a misspelt option has no effect and says nothing.",
    help: ({ known }) => (known === "" ? "remove it" : `there are ${known}`),
  }),
  "task/missing-key": entry<Given & { readonly key: string; readonly type: string }>({
    severity: "error",
    message: ({ place, key, type }) => `${place}: \`${key}\` is missing, of type ${type}`,
    why: "The task's own type says that it relies on it.",
    help: ({ key }) => `add \`${key}: …\` inside the braces`,
  }),
  "task/wrong-guard": entry<{ readonly task: string; readonly word: string; readonly gives: string }>({
    severity: "error",
    message: ({ task, word, gives }) => `\`${word} ${task}\` is answered with ${gives}, and a guard with a boolean`,
    why: "A guard decides whether a job runs. With anything but a boolean the answer would be guessed: an empty list and an object both count as yes.",
    help: () => "return a boolean, or a promise of one",
  }),
  "task/wrong-custom": entry<{ readonly task: string; readonly reason: string }>({
    severity: "error",
    message: ({ task, reason }) => `\`custom ${task}\` cannot say when to fire: ${reason}`,
    why: "A custom trigger is asked for the next instant after a given one, as `(…, after: Date) => Date | null`. The answer must be there at once.",
    help: () => "take the instant as the last parameter, a `Date`, and return a `Date`, or null for never again",
  }),
  "task/not-a-type": entry<{ readonly parameter: string; readonly name: string; readonly reason: string }>({
    severity: "error",
    message: ({ parameter, name, reason }) => `\`${name}\` cannot be the type of \`${parameter}\`: ${reason}`,
    why: "The type of a template's parameter says what an app may give and what the task gets; by anything else neither is checked.",
    help: () => "export a type of that name which takes no types itself, and import that",
  }),
  "task/wrong-default": entry<{
    readonly parameter: string;
    readonly template: string;
    readonly expected: string;
    readonly nearest?: string;
  }>({
    severity: "error",
    message: ({ parameter, template, expected, nearest }) =>
      `the default of \`${parameter}\`, a parameter of \`${template}\`, is no ${expected}${nearest === undefined ? "" : `; did you mean ${nearest}?`}`,
    why: "Each job that is made without the value would hand its task what the task does not take.",
  }),
  "task/refused": entry<{ readonly task: string; readonly reason: string }>({
    severity: "error",
    message: ({ task, reason }) => `TypeScript refuses this call of \`${task}\`: ${reason}`,
    why: "The module that is generated makes the same call, and would not type-check.",
  }),
  "task/nearly-imported": entry<Named & { readonly from?: string }>({
    severity: "warning",
    message: ({ name, nearest, from }) =>
      from === undefined
        ? `nothing imports \`${name}\`, so that the program has to give it${meant(nearest)}`
        : `nothing imports \`${name}\`, so that the program has to give it, though \`${from}\` exports ${name === nearest ? "it" : `\`${nearest}\``}`,
    why: "A task that no import names is the program's to give when it registers the jobs. One that is called nearly as an imported one is more likely a slip.",
    help: () => "correct or import it, or give it another name if the program gives it",
  }),
  "task/must-import": entry<Named>({
    severity: "error",
    message: ({ name, nearest }) =>
      `nothing imports \`${name}\`, and the config demands it${meant(nearest === name ? undefined : nearest)}`,
    why: "With `imports.required` in schedc.json every task is found, and checked, where it is named, and none is left for the program to give.",
    help: () => "import it from the module that exports it",
  }),
} as const;
