/** The ids of jobs that come from templates: two sets of values never share one. */
import { type Json, SchedcError } from "../model/index.ts";
import { fillHoles, literalOf } from "./template-hole.ts";
import { textOfValue } from "./template-text.ts";

/** How long one may get: it is a key of stores, logs and commands. */
const LONGEST = 512;

/**
 * In each value `%`, what cannot be seen, and every sign of the text around the holes is written `%XX`, so that only
 * the template's own signs part one value from the next. `template` is for the error.
 */
export function fillId(pattern: string, values: Readonly<Record<string, Json>>, template: string): string {
  const signs = new Set(literalOf(pattern).replace(/[\p{L}\p{N}]/gu, ""));
  const id = fillHoles(pattern, (name) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined) return undefined;
    if (typeof value === "object" && value !== null) {
      throw refusal(template, `the value of ${name} is data with parts, of which no two writings need be the same`);
    }
    const text = textOfValue(value);
    if (text === "" || !text.isWellFormed()) {
      throw refusal(template, `the value of ${name} is ${text === "" ? "empty" : "no text that can be written down"}`);
    }
    return escapeValue(text, signs);
  });
  if (id.length > LONGEST) throw refusal(template, `with these values it is longer than ${LONGEST} characters`);
  return id;
}

function escapeValue(text: string, signs: ReadonlySet<string>): string {
  return text.replace(/[%\p{C}\p{Z}]|[^\p{L}\p{N}]/gu, (sign) =>
    /[%\p{C}\p{Z}]/u.test(sign) || signs.has(sign) ? encodeSign(sign) : sign,
  );
}

/** As in a URL; `encodeURIComponent` leaves some signs as they are. */
function encodeSign(sign: string): string {
  const encoded = encodeURIComponent(sign);
  return encoded === sign ? `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}` : encoded;
}

function refusal(template: string, why: string): SchedcError {
  return new SchedcError(`The template ${template} cannot make an id: ${why}.`, { code: "template/id" });
}
