/** Findings about where imports lead. */
import { entry } from "../define.ts";

export interface Path {
  readonly path: string;
}

export const imports = {
  "import/outside": entry<Path & { readonly allowed: string }>({
    severity: "error",
    message: ({ path, allowed }) => `\`${path}\` leads outside ${allowed}`,
    why: "A schedule is often written by more people than the program around it. What it may run is therefore bounded by folders that the program's own configuration names.",
    help: () =>
      "move the module inside, put a schedc.json at the top of the project, or name the folder in its `imports.folders`",
  }),
  "import/absolute": entry<Path>({
    severity: "error",
    message: ({ path }) => `\`${path}\` is an absolute path`,
    why: "A path that begins at the root of a disk is right on one machine alone.",
    help: () => "write it from this file, beginning with `./` or `../`",
  }),
  "import/url": entry<Path>({
    severity: "error",
    message: ({ path }) => `\`${path}\` is a URL, and tasks come from modules of this program`,
    why: "Code fetched from elsewhere could change between two runs without anyone having changed it here.",
    help: () => "install the package, and import it by its name",
  }),
  "import/built-in": entry<Path>({
    severity: "error",
    message: ({ path }) => `\`${path}\` is part of Node itself, and a schedule may not call it`,
    why: "With these modules a schedule could delete files or start programs. It names tasks; what a task does is the business of the program's own code.",
    help: () => "write a function that does it, and import that",
  }),
  "import/not-a-path": entry<Path>({
    severity: "error",
    message: ({ path }) => `\`${path}\` is neither a path nor the name of a package`,
    why: "The generated module imports exactly what is written here.",
    help: () => "begin a path with `./` or `../`, with `/` between folders",
  }),
} as const;
