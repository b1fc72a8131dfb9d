/** Whether a call gives its function too few arguments or too many. */
import { type Finding, finding, unsafe } from "../../dsl/index.ts";
import type { Parameter, TypeContext } from "./signatures.ts";
import { typeText } from "./type-words.ts";
import type { Use } from "./uses.ts";

/** The last required parameter may be the one that takes the context, which nobody writes. */
export function arityFinding(
  { call, as }: Use,
  parameters: readonly Parameter[],
  takesContext: (parameter: Parameter) => boolean,
  context: TypeContext,
): Finding | undefined {
  const values = call.args ?? [];
  const task = call.path.names.map(({ text }) => text).join(".");
  const required = parameters.filter(({ optional }) => !optional).length;
  const last = parameters[required - 1];
  const hasContext = values.some((value) => value.kind === "runtime" && value.name === "ctx");
  const handed = last !== undefined && !hasContext && takesContext(last);
  const least = handed ? required - 1 : required;
  if (as === "trigger" && values.length === required - 1 && last && !handed) {
    const reason = `its last parameter, \`${last.name}\`, is ${typeText(last.type, context)} and no Date`;
    return finding("task/wrong-custom", call.path.span, { task, reason });
  }
  if (values.length < least) {
    const missing = parameters.slice(values.length, least);
    const text = missing.map(({ name, type }) => `\`${name}\`, ${typeText(type, context)}`).join("; ");
    return finding("task/missing-argument", call.span, { task, missing: text, several: missing.length > 1 });
  }
  if (parameters.some(({ rest }) => rest) || values.length <= parameters.length) return undefined;
  const [first, end] = [values[parameters.length], values.at(-1)];
  if (!first || !end) return undefined;
  const span = { start: first.span.start, end: end.span.end };
  const before = values[parameters.length - 1]?.span.end ?? first.span.start;
  const removed = { span: { start: before, end: end.span.end }, text: "" };
  const takes = parameters.length === 0 ? "no arguments" : counted(parameters.length, required);
  return finding(
    "task/too-many-arguments",
    span,
    { task, takes, given: values.length },
    { fixes: [unsafe("remove what is too much", removed)] },
  );
}

function counted(most: number, least: number): string {
  const amount = `${most} ${most === 1 ? "argument" : "arguments"}`;
  return least < most ? `at most ${amount}` : amount;
}
