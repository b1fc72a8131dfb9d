/** The calls of a probe as expressions, each in the form that TypeScript was asked about. */
import type { TsMorph, ts } from "../ts-morph.ts";
import type { CheckedCall } from "./call-findings.ts";
import type { Errors } from "./errors.ts";
import type { ProbeCall } from "./probe.ts";
import type { TypeContext } from "./signatures.ts";

export interface AskedCall {
  readonly call: ProbeCall;
  readonly plain: CheckedCall;
  /** Absent where there is no room for the context. */
  readonly withContext?: CheckedCall;
}

/**
 * Most calls are right in the form that their task has room for, so that one is asked about first, and the other only
 * where it is not.
 */
export function askCalls(
  calls: readonly ProbeCall[],
  source: ts.SourceFile,
  errors: Errors,
  context: TypeContext,
): readonly AskedCall[] {
  const roomy = new Set(calls.filter((call) => hasRoom(call, source, context)));
  const first = (call: ProbeCall): number => (roomy.has(call) && call.withContext) || call.statement;
  errors.check(calls.map(first));
  errors.check(
    calls.filter((call) => roomy.has(call) && errors.of(first(call)).length > 0).map((one) => one.statement),
  );
  return calls.flatMap((call) => {
    const at = (statement: number): CheckedCall | undefined => {
      const node = callAt(source, statement, context.ts);
      return node && { node, errors: errors.of(statement) };
    };
    const plain = at(call.statement);
    const other = roomy.has(call) && call.withContext !== undefined ? at(call.withContext) : undefined;
    return plain ? [{ call, plain, ...(other && { withContext: other }) }] : [];
  });
}

/** Whether any form of the task takes more than is written, as far as one can tell. */
function hasRoom(call: ProbeCall, source: ts.SourceFile, { ts, checker }: TypeContext): boolean {
  const node = call.withContext === undefined ? undefined : callAt(source, call.statement, ts);
  if (!node) return false;
  const signatures = checker.getTypeAtLocation(node.expression).getCallSignatures();
  const given = node.arguments.length;
  return signatures.length === 0 || signatures.some((one) => one.getParameters().length > given || endsOpen(one));
}

function endsOpen(signature: ts.Signature): boolean {
  const declaration = signature.getDeclaration() as ts.SignatureDeclaration | undefined;
  const last = declaration?.parameters.at(-1);
  return last === undefined ? signature.getParameters().length > 0 : "dotDotDotToken" in last && !!last.dotDotDotToken;
}

function callAt({ statements }: ts.SourceFile, index: number, compiler: TsMorph["ts"]): ts.CallExpression | undefined {
  const statement = statements[index];
  return statement && compiler.isExpressionStatement(statement) && compiler.isCallExpression(statement.expression)
    ? statement.expression
    : undefined;
}
