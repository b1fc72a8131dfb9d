/** Findings about a file as a whole: what it may ask of the compiler. */
import { entry } from "../define.ts";

const why = "A limit keeps a file that a program wrote by mistake from holding up a build; the config can lift it.";

export const file = {
  "file/too-large": entry<{ size: number; limit: number }>({
    severity: "error",
    message: ({ size, limit }) => `this file has ${size} characters, more than the ${limit} allowed`,
    why,
    help: () => "split the file, or raise `limits.fileSize` in schedc.json",
  }),
  "file/too-deep": entry<{ limit: number }>({
    severity: "error",
    message: ({ limit }) => `this is nested more than ${limit} deep`,
    why,
    help: () => "flatten it, or raise `limits.nesting` in schedc.json (200 is the most that can be read)",
  }),
  "file/list-too-long": entry<{ length: number; limit: number }>({
    severity: "error",
    message: ({ length, limit }) => `this list has ${length} items, more than the ${limit} allowed`,
    why,
    help: () => "split the list, or raise `limits.list` in schedc.json",
  }),
  "file/too-many-findings": entry<{ rest: number; limit: number }>({
    severity: "error",
    message: ({ rest, limit }) => `${rest} more ${rest === 1 ? "finding" : "findings"} after the first ${limit}`,
    why: "Beyond a few hundred, findings repeat one cause; repairing the first ones shows which.",
    help: () => "repair the first ones and check again, or raise `limits.findings` in schedc.json",
  }),
} as const;
