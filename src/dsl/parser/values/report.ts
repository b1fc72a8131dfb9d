/** How the readers of values tell what is wrong with one. */
import type { Finding } from "../../diagnostics/diagnostic.ts";

/** Takes a finding about the statement being parsed, which is then missing from the tree. */
export type Report = (finding: Finding) => void;
