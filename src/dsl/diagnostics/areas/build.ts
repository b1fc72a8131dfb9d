/** Findings about modules on the disk: what `build` found there, beside what it would write. */
import { entry } from "../define.ts";

export interface Module {
  readonly module: string;
  readonly source: string;
}

export const build = {
  "build/missing": entry<Module>({
    severity: "error",
    message: ({ module, source }) => `${module} has not been made from ${source} yet`,
    why: "Whoever runs the program without building it first would run without these jobs.",
    help: () => "run `schedc build`",
  }),
  "build/stale": entry<Module>({
    severity: "error",
    message: ({ module, source }) => `${module} is not what ${source} makes now`,
    why: "The program runs the module. While it is older than its source, jobs run at times that nobody can read anywhere.",
    help: () => "run `schedc build`",
  }),
  "build/edited": entry<Module>({
    severity: "error",
    message: ({ module }) => `${module} was changed by hand`,
    why: "Its hash is not that of its text. The next build would throw the change away, so none is made until someone decides.",
    help: ({ module, source }) => `make the change in ${source}, then delete ${module} and run \`schedc build\``,
  }),
  "build/not-ours": entry<Module>({
    severity: "error",
    message: ({ module }) => `${module} is there already, and schedc did not write it`,
    why: "A module is written only where there was none or one that carries the mark of schedc in its first line.",
    help: ({ module }) =>
      `rename one of the two files; if ${module} was made by schedc and lost its first line, delete it`,
  }),
  "build/no-source": entry<Module>({
    severity: "error",
    message: ({ module, source }) => `${module} was made from ${source}, which is gone`,
    why: "A program that still imports it would go on running jobs that have no source.",
    help: () => "`schedc build` removes it, unless it was changed by hand; then delete it yourself",
  }),
  "build/outside": entry<{ path: string }>({
    severity: "error",
    message: ({ path }) => `${path} leads outside the project, through a symbolic link`,
    why: "A build writes inside the project alone, so that a link in a repository cannot make it overwrite anything else.",
    help: () => "replace the link by the folder or file itself",
  }),
  "build/same-name": entry<{ file: string; first: string }>({
    severity: "warning",
    message: ({ file, first }) => `${file} and ${first} make modules whose names differ by case alone`,
    why: "On a disk that takes no notice of case, as on macOS and Windows, the two are one file, and a checkout there loses the jobs of one of them.",
    help: () => "give one of the two another name",
  }),
  "build/rules-changed": entry<{ module: string; was: string; is: string; moves: string }>({
    severity: "warning",
    message: ({ module, was, is, moves }) =>
      `the rules of its zones in ${module} go from ${was} to ${is}, and fires move: ${moves}`,
    why: "Governments change when clocks change, and a newer schedc knows more of it. From the module that carries the newer rules on, jobs fire by the clock as it will be; whatever else knows the old times has to hear of it.",
    help: () => "nothing, if the new times are right; deploy all replicas with the same module",
  }),
} as const;
