/**
 * A word where a date or a time is due. Only templates have parameters, so outside of one the word can stand for
 * nothing; behind `at` it may be one of the two that stand for a time, spelled otherwise.
 */
import { finding } from "../../diagnostics/registry.ts";
import { replace, safe, unsafe } from "../../fix/edits.ts";
import type { ParameterNode } from "../../tree/nodes.ts";
import { nearest } from "../nearest.ts";
import type { Rule } from "../view.ts";

export const nameUnknownParameter: Rule = {
  *file({ parts }) {
    for (const { name, span } of parts.parameters) yield finding("name/unknown-parameter", span, { name });
    for (const parameter of parts.clockParameters) yield clockFinding(parameter);
  },
};

const clockWords = ["midnight", "noon"];

/** Other words for the same times. */
const otherwise: ReadonlyMap<string, string> = new Map([
  ["midday", "noon"],
  ["noontime", "noon"],
  ["midnite", "midnight"],
]);

function clockFinding({ name, span }: ParameterNode) {
  const same = otherwise.get(name.toLowerCase());
  if (same !== undefined) {
    const fixes = [safe(`write \`${same}\``, replace(span, same))];
    return finding("name/unknown-parameter", span, { name }, { fixes });
  }
  const near = nearest(name, clockWords);
  if (near === undefined) return finding("name/unknown-parameter", span, { name });
  const fixes = [unsafe(`write \`${near}\``, replace(span, near))];
  return finding("name/unknown-parameter", span, { name, nearest: near }, { fixes });
}
