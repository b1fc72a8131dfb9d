/** Findings of the lexer and the parser. */
import { entry } from "../define.ts";

export const syntax = {
  "syntax/unexpected": entry<{ found: string; wanted: string }>({
    severity: "error",
    message: ({ found, wanted }) => `${found} cannot stand here; ${wanted}`,
    why: "A sentence has one spelling, so a word in the wrong place has no meaning that could be guessed safely.",
  }),
} as const;
