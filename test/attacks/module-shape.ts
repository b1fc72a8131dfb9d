/** What a generated module consists of, read back from its text by another TypeScript than the one that wrote it. */
import ts from "typescript-5.9";

export interface Shape {
  /** Every kind of node there is. */
  readonly kinds: ReadonlySet<string>;
  /** Of the statements, imports left out. */
  readonly statements: readonly string[];
  /** What runs when the module is loaded or its jobs are: calls, functions and the like, counted. */
  readonly active: Readonly<Record<string, number>>;
  /** The values of all strings and names of properties. */
  readonly strings: ReadonlySet<string>;
  /** Names that stand in code, outside strings. */
  readonly names: ReadonlySet<string>;
  readonly imports: readonly string[];
}

const activeKinds: readonly ts.SyntaxKind[] = [
  ts.SyntaxKind.CallExpression,
  ts.SyntaxKind.NewExpression,
  ts.SyntaxKind.ArrowFunction,
  ts.SyntaxKind.FunctionDeclaration,
  ts.SyntaxKind.FunctionExpression,
  ts.SyntaxKind.TaggedTemplateExpression,
  ts.SyntaxKind.TemplateExpression,
  ts.SyntaxKind.BinaryExpression,
  ts.SyntaxKind.ExpressionStatement,
];

/** Throws on a syntax error. */
export function shapeOf(code: string): Shape {
  const file = ts.createSourceFile("module.ts", code, ts.ScriptTarget.Latest, true);
  const { diagnostics = [] } = ts.transpileModule(code, { reportDiagnostics: true });
  if (diagnostics.length > 0) throw new Error(diagnostics.map(({ messageText }) => String(messageText)).join("\n"));
  const kinds = new Set<string>();
  const strings = new Set<string>();
  const names = new Set<string>();
  const active: Record<string, number> = {};
  const visit = (node: ts.Node): void => {
    const kind = ts.SyntaxKind[node.kind];
    kinds.add(kind);
    if (activeKinds.includes(node.kind)) active[kind] = (active[kind] ?? 0) + 1;
    if (ts.isStringLiteralLike(node)) strings.add(node.text);
    if (ts.isIdentifier(node)) {
      if (ts.isPropertyAssignment(node.parent) && node.parent.name === node) strings.add(node.text);
      names.add(node.text);
    }
    if (ts.isNumericLiteral(node)) strings.add(node.getText(file));
    ts.forEachChild(node, visit);
  };
  visit(file);
  return {
    kinds,
    strings,
    names,
    active,
    statements: file.statements.filter((one) => !ts.isImportDeclaration(one)).map(({ kind }) => ts.SyntaxKind[kind]),
    imports: file.statements.filter(ts.isImportDeclaration).map(({ moduleSpecifier }) => moduleSpecifier.getText(file)),
  };
}
