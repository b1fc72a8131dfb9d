/** Types as a sentence shows them: literals one by one, names without where they come from, nothing longer than a line. */
import type { ts } from "../ts-morph.ts";
import type { TypeContext } from "./signatures.ts";

const longest = 120;
const mostLiterals = 12;

/** `optional` leaves out the `undefined` that stands for "not given". */
export function typeText(type: ts.Type, { checker, ts }: TypeContext, optional = false): string {
  const members = type.isUnion() ? type.types : [type];
  const given = optional ? members.filter(({ flags }) => (flags & ts.TypeFlags.Undefined) === 0) : members;
  const literals = given.length <= mostLiterals && given.every(({ flags }) => (flags & literal(ts)) !== 0);
  if (literals || given.length !== members.length) {
    return shortened(mergedBooleans(given.map((one) => plainText(one, checker, ts))).join(" | "));
  }
  return shortened(plainText(type, checker, ts));
}

function literal({ TypeFlags }: TypeContext["ts"]): number {
  return TypeFlags.StringLiteral | TypeFlags.NumberLiteral | TypeFlags.BooleanLiteral | TypeFlags.Null;
}

function mergedBooleans(texts: readonly string[]): readonly string[] {
  if (!texts.includes("true") || !texts.includes("false")) return texts;
  return [...texts.filter((one) => one !== "true" && one !== "false"), "boolean"];
}

function plainText(type: ts.Type, checker: ts.TypeChecker, { TypeFormatFlags }: TypeContext["ts"]): string {
  const flags =
    TypeFormatFlags.NoTruncation |
    TypeFormatFlags.UseAliasDefinedOutsideCurrentScope |
    TypeFormatFlags.WriteArrowStyleSignature;
  const text = checker.typeToString(type, undefined, flags);
  return text.replace(/\bimport\((?:"[^"]*"|'[^']*')\)\./g, "").replace(/\s+/g, " ");
}

function shortened(text: string): string {
  return text.length <= longest ? text : `${text.slice(0, longest - 1).trimEnd()}…`;
}

/** The strings and numbers that a type consists of, where it is a closed set of them. */
export function literalsOf(type: ts.Type): readonly (string | number)[] {
  const members = type.isUnion() ? type.types : [type];
  return members.flatMap((one) => (one.isStringLiteral() || one.isNumberLiteral() ? [one.value] : []));
}
