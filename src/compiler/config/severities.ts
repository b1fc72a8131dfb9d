/** What a finding counts as once the config has spoken. */
import type { Diagnostic } from "../../dsl/index.ts";
import type { Config } from "./types.ts";

/** Warnings follow the config; errors of the language stay errors, since nothing can be compiled from them. */
export function withSeverities(diagnostics: readonly Diagnostic[], { severities = {} }: Config): readonly Diagnostic[] {
  return diagnostics.flatMap((diagnostic) => {
    const wanted = Object.hasOwn(severities, diagnostic.code) ? severities[diagnostic.code] : undefined;
    if (wanted === undefined || diagnostic.severity === "error") return [diagnostic];
    return wanted === "off" ? [] : [{ ...diagnostic, severity: wanted }];
  });
}
