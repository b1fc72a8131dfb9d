/** Parameters of templates whose types come from modules: whether those are types, and their defaults of them. */
import { type Finding, finding, nearest, printString, replace, unsafe } from "../../dsl/index.ts";
import type { ts } from "../ts-morph.ts";
import type { Errors } from "./errors.ts";
import type { Probe, ProbeParameter } from "./probe.ts";
import type { TypeContext } from "./signatures.ts";
import { literalsOf, typeText } from "./type-words.ts";

/** TypeScript's own numbers for what stands where a type has to, and why it is none. */
const whyNone: ReadonlyMap<number, string> = new Map([
  [2709, "it is a whole module"],
  [2749, "it is a value"],
  [2314, "it needs types of its own, between `<` and `>`"],
  [2707, "it needs types of its own, between `<` and `>`"],
]);

export function parameterFindings(
  { parameters }: Probe,
  source: ts.SourceFile,
  errors: Errors,
  context: TypeContext,
): readonly Finding[] {
  errors.check(parameters.map(({ statement }) => statement));
  return parameters.flatMap((one) => {
    const found = errors.of(one.statement);
    const declared = declarationAt(source, one.statement, context);
    if (found.length === 0 || !declared?.type) return [];
    const { pos, end } = declared.type;
    const ofType = found.filter(({ start = -1 }) => start >= pos && start < end);
    return ofType.length > 0 ? typeFindings(one, ofType) : defaultFindings(one, declared, context);
  });
}

function typeFindings({ param, imported }: ProbeParameter, errors: readonly ts.Diagnostic[]): readonly Finding[] {
  // Each error stands at the name of an import of the probe, of which one is enough.
  const reason = errors.map(({ code }) => whyNone.get(code)).find((one) => one !== undefined);
  const [name] = imported;
  if (reason === undefined || name === undefined) return [];
  const params = { parameter: param.name.text, name: name.text, reason };
  return [finding("task/not-a-type", name.span, params)];
}

function defaultFindings(
  { param, template }: ProbeParameter,
  declared: ts.VariableDeclaration,
  context: TypeContext,
): readonly Finding[] {
  const { default: value, name } = param;
  if (value === undefined) return [];
  const type = context.checker.getTypeAtLocation(declared.name);
  const texts = literalsOf(type).filter((one) => typeof one === "string");
  const near = value.kind === "string" ? nearest(value.value, texts) : undefined;
  const written = near === undefined ? undefined : printString(near);
  return [
    finding(
      "task/wrong-default",
      value.span,
      {
        parameter: name.text,
        template: template.name.text,
        expected: typeText(type, context),
        ...(written !== undefined && { nearest: written }),
      },
      { fixes: written === undefined ? [] : [unsafe(`write ${written}`, replace(value.span, written))] },
    ),
  ];
}

function declarationAt(
  { statements }: ts.SourceFile,
  index: number,
  { ts }: TypeContext,
): ts.VariableDeclaration | undefined {
  const statement = statements[index];
  return statement && ts.isVariableStatement(statement) ? statement.declarationList.declarations[0] : undefined;
}
