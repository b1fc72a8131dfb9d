/** Which names may stand in code as they are, and how the others stand there. */
import { stringLiteral } from "./string-literal.ts";

// ASCII alone: which other letters an identifier may hold depends on the Unicode version of whoever reads the module.
const identifier = /^[A-Za-z_$][\w$]*$/;

/** Words that cannot name a binding in a module, or would change the meaning of the code around them. */
const reserved: ReadonlySet<string> = new Set(
  (
    "arguments as async await break case catch class const continue debugger default delete do else enum eval export " +
    "extends false finally for from function get if implements import in instanceof interface let new null of package " +
    "private protected public return set static super switch this throw true try type typeof undefined using var void " +
    "while with yield any bigint boolean never number object string symbol unknown " +
    "Date Promise AbortSignal Infinity NaN globalThis Object Function"
  ).split(" "),
);

/** Whether a name can follow a dot, or name a member of an interface, without quotes. */
export function isIdentifierName(name: string): boolean {
  return identifier.test(name);
}

/** Whether a name can name an import of a module. */
export function isBindingName(name: string): boolean {
  return identifier.test(name) && !reserved.has(name);
}

/** `.name` or `["any text"]`. */
export function memberAccess(name: string): string {
  return isIdentifierName(name) ? `.${name}` : `[${stringLiteral(name)}]`;
}

/** A key of an object literal. `__proto__` written plainly would set the prototype, so it is computed. */
export function objectKey(name: string): string {
  if (name === "__proto__") return `["__proto__"]`;
  return isIdentifierName(name) ? name : stringLiteral(name);
}

/** The name of a member in a type. In an interface a bare `constructor` or `new` reads as something else to some tools. */
export function typeKey(name: string): string {
  return isIdentifierName(name) && name !== "constructor" && name !== "new" && name !== "__proto__"
    ? name
    : stringLiteral(name);
}
