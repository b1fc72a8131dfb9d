/** Reads TypeScript files as the architecture test sees them: which modules each imports, and how. */
import { readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import ts from "typescript-6";

/** `type` is erased, `static` loads with the file, `dynamic` is an `import()` expression, which loads when reached. */
export type ImportKind = "type" | "static" | "dynamic";

export interface Import {
  readonly kind: ImportKind;
  readonly specifier: string;
}

export interface SourceFile {
  /** From the root of the repository, with `/`. */
  readonly path: string;
  readonly lines: number;
  readonly imports: readonly Import[];
  /** What it reads of things that are there for everyone: `Date.now`, `process.exit`; `new Date` for the time it is. */
  readonly uses: readonly string[];
}

/** Every TypeScript file below a folder, in a stable order. */
export function readSources(root: string, folder: string): SourceFile[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((file) => {
      const path = posix.join(...file.slice(root.length).split(/[\\/]/));
      return readSource(path, readFileSync(file, "utf8"));
    });
}

export function readSource(path: string, text: string): SourceFile {
  return { path, lines: text.split("\n").length - 1, ...contentsOf(path, text) };
}

function contentsOf(path: string, text: string): Pick<SourceFile, "imports" | "uses"> {
  const imports: Import[] = [];
  const uses: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) add(isTypeOnly(node) ? "type" : "static", node.moduleSpecifier);
    else if (ts.isExportDeclaration(node) && node.moduleSpecifier)
      add(node.isTypeOnly ? "type" : "static", node.moduleSpecifier);
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add("type", node.argument.literal);
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      add("dynamic", node.arguments[0]);
    else if (ts.isPropertyAccessExpression(node)) uses.push(`${node.expression.getText()}.${node.name.text}`);
    else if (ts.isNewExpression(node) && !node.arguments?.length) uses.push(`new ${node.expression.getText()}`);
    ts.forEachChild(node, visit);
  };
  const add = (kind: ImportKind, specifier: ts.Node | undefined): void => {
    if (specifier && ts.isStringLiteralLike(specifier)) imports.push({ kind, specifier: specifier.text });
  };
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true));
  return { imports, uses };
}

/** Whether nothing of it is left at run time: `import { type T }` still loads its module, `import type { T }` does not. */
function isTypeOnly({ importClause }: ts.ImportDeclaration): boolean {
  return importClause?.isTypeOnly ?? false;
}
