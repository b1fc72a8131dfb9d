/** Findings in the order of their places, no more than the limit. */
import type { Finding } from "../diagnostics/diagnostic.ts";
import { finding } from "../diagnostics/registry.ts";
import type { Limits } from "../limits.ts";
import type { Span } from "../source/span.ts";

/** Past the limit the rest is counted in one last finding. */
export function capFindings(findings: readonly Finding[], limits: Limits, file: Span): readonly Finding[] {
  const sorted = [...findings].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const rest = sorted.length - limits.findings;
  if (rest <= 0) return sorted;
  const end = { start: file.end, end: file.end };
  return [
    ...sorted.slice(0, limits.findings),
    finding("file/too-many-findings", end, { rest, limit: limits.findings }),
  ];
}
