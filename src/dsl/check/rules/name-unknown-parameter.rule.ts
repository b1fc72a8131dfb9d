/**
 * A word where a date or a time is due. Only templates have parameters, and they are refused whole, so outside of
 * one the word can stand for nothing.
 */
import { finding } from "../../diagnostics/registry.ts";
import type { Rule } from "../view.ts";

export const nameUnknownParameter: Rule = {
  *file({ parts }) {
    for (const { name, span } of parts.parameters) yield finding("name/unknown-parameter", span, { name });
  },
};
