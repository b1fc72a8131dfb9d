/** The one door to Prettier. */
import type { Options } from "prettier";

export type FormatOptions = Readonly<Record<string, unknown>>;

/** The module as the user's own style has it; what is no style (parser, ranges, pragmas) is not theirs to set. */
export async function formatModule(text: string, options: FormatOptions): Promise<string> {
  const { format } = await import("prettier");
  return await format(text, { ...(options as Options), ...fixed });
}

const fixed = {
  parser: "typescript",
  rangeStart: 0,
  rangeEnd: Number.POSITIVE_INFINITY,
  requirePragma: false,
  insertPragma: false,
} as const;

/** The Prettier options that the user's own files set for a path on disk; empty where there are none. */
export async function formatOptionsFor(path: string): Promise<FormatOptions> {
  const { resolveConfig } = await import("prettier");
  return { ...(await resolveConfig(path, { editorconfig: true, useCache: false })) };
}
