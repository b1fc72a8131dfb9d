/** What TypeScript says of a file, statement by statement, and of no more statements than are asked for. */
import type { TsMorph, ts } from "../ts-morph.ts";

export interface Errors {
  /** Takes these statements in. */
  check(statements: readonly number[]): void;
  /** Of a statement that was taken in. */
  of(statement: number): readonly ts.Diagnostic[];
}

/** TypeScript takes a list of nodes too, as editors do for what is seen; where it did not, it would check the whole. */
type Diagnose = (source: ts.SourceFile, cancellation: undefined, nodes: readonly ts.Node[]) => readonly ts.Diagnostic[];

/** TypeScript's own number for a key that stands twice in one object, which a rule about names finds already. */
const isKeyTwice = 1117;

export function createErrors(
  program: ts.Program,
  source: ts.SourceFile,
  { DiagnosticCategory }: TsMorph["ts"],
): Errors {
  const { statements } = source;
  const diagnose: Diagnose = program.getSemanticDiagnostics;
  let byStatement: ReadonlyMap<number, readonly ts.Diagnostic[]> = new Map();
  return {
    check(wanted) {
      const nodes = wanted.flatMap((index) => statements[index] ?? []);
      if (nodes.length === 0) return;
      const found = diagnose(source, undefined, nodes);
      byStatement = placed(
        found.filter(({ category, code }) => category === DiagnosticCategory.Error && code !== isKeyTwice),
        statements,
      );
    },
    of: (statement) => byStatement.get(statement) ?? [],
  };
}

function placed(
  errors: readonly ts.Diagnostic[],
  statements: readonly ts.Statement[],
): ReadonlyMap<number, readonly ts.Diagnostic[]> {
  const byStatement = new Map<number, ts.Diagnostic[]>();
  let at = 0;
  for (const error of errors.toSorted((a, b) => (a.start ?? 0) - (b.start ?? 0))) {
    while (at < statements.length - 1 && (statements[at]?.end ?? 0) <= (error.start ?? 0)) at++;
    byStatement.set(at, [...(byStatement.get(at) ?? []), error]);
  }
  return byStatement;
}
