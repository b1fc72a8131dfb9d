/**
 * What is wrong with one call. TypeScript says whether something is; what it is and where is read from the types, so
 * that it can be said in the words of the source.
 */
import { type Finding, finding } from "../../dsl/index.ts";
import type { ts } from "../ts-morph.ts";
import { argumentPlace, mismatchFinding } from "./argument-findings.ts";
import { arityFinding } from "./arity.ts";
import { memberFinding } from "./members.ts";
import { type Mismatch, mismatches } from "./mismatch.ts";
import { type FileContext, type Parameter, parametersOf, type TypeContext } from "./signatures.ts";
import { typeText } from "./type-words.ts";
import type { Use } from "./uses.ts";

/** A call as it stands in the probe, with the context behind its arguments or without. */
export interface CheckedCall {
  readonly node: ts.CallExpression;
  /** What TypeScript says about it. */
  readonly errors: readonly ts.Diagnostic[];
}

export interface CallToCheck {
  readonly use: Use;
  readonly plain: CheckedCall;
  readonly withContext?: CheckedCall;
  /** The type of what is handed over: the run, or the instant asked from. */
  readonly handed: ts.Type;
  /** What a guard or a custom trigger has to give. */
  readonly wanted?: ts.Type;
}

export interface CallResult {
  readonly findings: readonly Finding[];
  /** Whether the context follows the arguments; undefined where the call is wrong. */
  readonly handsContext?: boolean;
}

export function checkCall(call: CallToCheck, context: FileContext): CallResult {
  const { plain, withContext } = call;
  const right = withContext?.errors.length === 0 ? withContext : plain.errors.length === 0 ? plain : undefined;
  if (!right) return { findings: explain(call, context) };
  return { findings: answerFindings(call, right, context), handsContext: right === withContext };
}

/** The path of a task, as it is written. */
export function taskText({ call }: Use): string {
  return call.path.names.map(({ text }) => text).join(".");
}

/** Undefined where the answer does. */
function answerFindings(
  { use, wanted }: CallToCheck,
  { node }: CheckedCall,
  { checker, ts }: TypeContext,
): readonly Finding[] {
  if (!wanted) return [];
  const signature = checker.getResolvedSignature(node);
  const gives = signature && checker.getReturnTypeOfSignature(signature);
  if (!gives || checker.isTypeAssignableTo(gives, wanted)) return [];
  const task = taskText(use);
  const { span } = use.call.path;
  const nothing = (gives.flags & (ts.TypeFlags.Void | ts.TypeFlags.Undefined)) !== 0;
  const text = nothing ? "nothing" : typeText(gives, { checker, ts });
  return use.as === "guard"
    ? [finding("task/wrong-guard", span, { task, word: use.word, gives: text })]
    : [finding("task/wrong-custom", span, { task, reason: `it gives ${text}` })];
}

function explain(call: CallToCheck, context: FileContext): readonly Finding[] {
  const { use, plain } = call;
  const member = memberFinding(use.call.path, plain.node.expression, context);
  if (member) return [member];
  const wrongValues = (use.call.args ?? []).flatMap((value, index) => {
    const node = plain.node.arguments[index];
    return node ? referenceFindings(value, node, context) : [];
  });
  if (wrongValues.length > 0) return wrongValues;
  const type = context.checker.getTypeAtLocation(plain.node.expression);
  const signatures = type.getCallSignatures();
  if (signatures.length === 0) return [notCallable(use, type, context)];
  const by = (forms: readonly ts.Signature[]): readonly Finding[] | undefined =>
    forms
      .map((signature) => explainBy(signature, call, context))
      .filter(({ problems }) => problems > 0)
      .toSorted((a, b) => a.problems - b.problems)[0]?.findings;
  // As declared first: what a type parameter is bounded by says more than what was inferred from a wrong call.
  return by(signatures) ?? by(resolved(call, context, signatures)) ?? [refused(call)];
}

/** With the type arguments that TypeScript infers, where there is but one form. */
function resolved(
  { plain, withContext, use, handed }: CallToCheck,
  context: TypeContext,
  [only]: readonly ts.Signature[],
): readonly ts.Signature[] {
  if (!only) return [];
  const parameters = parametersOf(only, plain.node, context);
  const next = parameters[use.call.args?.length ?? 0];
  const node = withContext && next && takes(next, handed, context) ? withContext.node : plain.node;
  return [context.checker.getResolvedSignature(node) ?? only];
}

interface Explained {
  readonly findings: readonly Finding[];
  /** How far off the form is; a wrong count weighs more than a wrong argument. */
  readonly problems: number;
}

function explainBy(signature: ts.Signature, call: CallToCheck, context: TypeContext): Explained {
  const { use, plain, handed } = call;
  const values = use.call.args ?? [];
  const parameters = parametersOf(signature, plain.node, context);
  const count = arityFinding(use, parameters, (parameter) => takes(parameter, handed, context), context);
  const wrong = values.flatMap((value, index): readonly Finding[] => {
    const parameter = parameters[index] ?? restOf(parameters);
    const node = plain.node.arguments[index];
    if (!parameter || !node) return [];
    const place = argumentPlace(taskText(use), parameter, index);
    return mismatches({ value, node, path: "" }, parameter.type, context).map((one: Mismatch) =>
      mismatchFinding(one, place, parameter.optional, context),
    );
  });
  const findings = count ? [...wrong, count] : wrong;
  return { findings, problems: wrong.length + (count ? 2 : 0) };
}

function restOf(parameters: readonly Parameter[]): Parameter | undefined {
  const last = parameters.at(-1);
  return last?.rest ? last : undefined;
}

function takes({ type }: Parameter, handed: ts.Type, { checker }: TypeContext): boolean {
  return checker.isTypeAssignableTo(handed, type);
}

/** References lead through members, which may not be there. */
function referenceFindings(
  value: NonNullable<Use["call"]["args"]>[number],
  node: ts.Expression,
  context: FileContext,
): readonly Finding[] {
  const { ts } = context;
  if (value.kind === "reference") {
    const found = memberFinding(value.path, node, context);
    return found ? [found] : [];
  }
  if (value.kind === "list" && ts.isArrayLiteralExpression(node)) {
    return value.items.flatMap((item, at) => {
      const inner = node.elements[at];
      return inner ? referenceFindings(item, inner, context) : [];
    });
  }
  if (value.kind !== "object" || !ts.isObjectLiteralExpression(node)) return [];
  return value.pairs.flatMap((pair, at) => {
    const inner = node.properties[at];
    return inner && ts.isPropertyAssignment(inner) ? referenceFindings(pair.value, inner.initializer, context) : [];
  });
}

function notCallable(use: Use, type: ts.Type, context: FileContext): Finding {
  const { ts } = context;
  const { names } = use.call.path;
  const what =
    names.length === 1 && context.isType(names[0]?.text ?? "")
      ? "a type, which is gone when the program runs"
      : ((type.symbol as ts.Symbol | undefined)?.flags ?? 0) & ts.SymbolFlags.ValueModule
        ? "a whole module"
        : type.getConstructSignatures().length > 0
          ? "a class"
          : `of type ${typeText(type, context)}`;
  return finding("task/not-callable", use.call.path.span, { task: taskText(use), what });
}

/** In TypeScript's own words, where ours end. */
function refused({ use, plain, withContext }: CallToCheck): Finding {
  const [error] = [...plain.errors, ...(withContext?.errors ?? [])];
  const text = typeof error?.messageText === "string" ? error.messageText : (error?.messageText.messageText ?? "");
  const reason = text
    .replace(/\bimport\((?:"[^"]*"|'[^']*')\)\./g, "")
    .replace(/\b_\d+\b/g, taskText(use))
    .replace(/\s+/g, " ")
    .replace(/\.$/, "");
  return finding("task/refused", use.call.path.span, { task: taskText(use), reason });
}
