/** The one door to Prettier. */
import type { Options } from "prettier";
import { SchedcError } from "../../runtime/model/index.ts";

export type FormatOptions = Readonly<Record<string, unknown>>;

/** The module as the user's own style has it; what is no style (parser, ranges, pragmas) is not theirs to set. */
export async function formatModule(text: string, options: FormatOptions): Promise<string> {
  const { format } = await import("prettier");
  try {
    return await format(text, { ...(options as Options), ...fixed });
  } catch (error) {
    // Without a style of the user's own it can only be our text that is wrong.
    if (Object.keys(options).length === 0) throw error;
    throw refused("could not lay out a module by your Prettier config", error);
  }
}

const fixed = {
  parser: "typescript",
  rangeStart: 0,
  rangeEnd: Number.POSITIVE_INFINITY,
  requirePragma: false,
  insertPragma: false,
  // A name in quotes may be one that only newer readers of the module take for an identifier.
  quoteProps: "preserve",
} as const;

/** The Prettier options that the user's own files set for a path on disk; empty where there are none. */
export async function formatOptionsFor(path: string): Promise<FormatOptions> {
  const { resolveConfig } = await import("prettier");
  try {
    return { ...(await resolveConfig(path, { editorconfig: true, useCache: false })) };
  } catch (error) {
    throw refused("could not read your Prettier config", error);
  }
}

function refused(what: string, error: unknown): SchedcError {
  const why = error instanceof Error ? error.message : String(error);
  return new SchedcError(`${what}: ${why}`, { cause: error, code: "emit/style" });
}
