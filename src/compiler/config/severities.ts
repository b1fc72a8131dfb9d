/** What a finding counts as once the config has spoken. */
import type { Finding } from "../../dsl/index.ts";
import type { Config } from "./types.ts";

/** Warnings follow the config; errors of the language stay errors, since nothing can be compiled from them. */
export function withSeverities(findings: readonly Finding[], { severities = {} }: Config): readonly Finding[] {
  return findings.flatMap((found) => {
    const wanted = Object.hasOwn(severities, found.code) ? severities[found.code] : undefined;
    if (wanted === undefined || found.severity === "error") return [found];
    return wanted === "off" ? [] : [{ ...found, severity: wanted }];
  });
}
