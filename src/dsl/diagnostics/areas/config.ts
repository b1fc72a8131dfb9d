/** Findings of `schedc.json`. */
import { entry } from "../define.ts";

export const config = {
  "config/not-json": entry<{ reason: string }>({
    severity: "error",
    message: ({ reason }) => `the config is no JSON: ${reason}`,
    why: "The config is data, so that every tool reads the same from it; what is not JSON cannot be read at all.",
    help: () => "JSON has double quotes, no comments and no comma behind the last entry",
  }),
  "config/unknown-key": entry<{ key: string; nearest?: string; known?: string }>({
    severity: "error",
    message: ({ key }) => `the config knows no \`${key}\``,
    why: "A setting with a slip in its name would be ignored in silence.",
    help: ({ nearest, known }) => {
      if (nearest !== undefined) return `perhaps \`${nearest}\` was meant`;
      return known === undefined ? "take it out" : `it knows ${known}`;
    },
  }),
  "config/bad-value": entry<{ key: string; wanted: string }>({
    severity: "error",
    message: ({ key, wanted }) => `\`${key}\` has to be ${wanted}`,
    why: "A value of another form would be ignored or guessed at.",
  }),
  "config/fixed-severity": entry<{ code: string }>({
    severity: "error",
    message: ({ code }) => `\`${code}\` is an error of the language and stays one`,
    why: "Nothing can be compiled from a sentence that has no single meaning, whatever it counts as.",
    help: () => "severities may be set for warnings",
  }),
} as const;
