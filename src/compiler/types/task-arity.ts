/**
 * How many parameters a task of a TypeScript module declares, from its syntax alone.
 *
 * An answer is given only where the syntax leaves no doubt; whoever asks takes no answer for "it may take more".
 */
import type { TsMorph, ts } from "../ts-morph.ts";

export type TaskArity =
  /** Infinity under a rest parameter. */
  | { readonly kind: "parameters"; readonly count: number }
  /** Another module exports it, under this path. */
  | { readonly kind: "elsewhere"; readonly from: string; readonly path: readonly string[] }
  | { readonly kind: "unknown" };

const unknown: TaskArity = { kind: "unknown" };

/** `path` is the exported name and the members after it. */
export function taskArity(text: string, path: readonly string[], { ts }: TsMorph): TaskArity {
  const file = ts.createSourceFile("module.ts", text, ts.ScriptTarget.Latest, true);
  const [name, ...members] = path;
  return name === undefined ? unknown : exported(name, members);

  function exported(exportName: string, rest: readonly string[]): TaskArity {
    for (const statement of file.statements) {
      if (ts.isExportDeclaration(statement)) {
        const found = reExported(statement, exportName, rest);
        if (found) return found;
      } else if (ts.isExportAssignment(statement) && !statement.isExportEquals && exportName === "default") {
        return ofExpression(statement.expression, rest);
      } else if (ts.isFunctionDeclaration(statement) && isDefault(statement) && exportName === "default") {
        return statement.name ? declared(statement.name.text, rest) : ofSignatures([statement], rest);
      }
    }
    return declared(exportName, rest);
  }

  function reExported(
    { exportClause, moduleSpecifier }: ts.ExportDeclaration,
    exportName: string,
    rest: readonly string[],
  ): TaskArity | undefined {
    if (!exportClause) return undefined;
    const from = moduleSpecifier && ts.isStringLiteral(moduleSpecifier) ? moduleSpecifier.text : undefined;
    if (ts.isNamespaceExport(exportClause)) {
      if (exportClause.name.text !== exportName || from === undefined) return undefined;
      return { kind: "elsewhere", from, path: rest };
    }
    const element = exportClause.elements.find((one) => one.name.text === exportName);
    if (!element) return undefined;
    const inner = (element.propertyName ?? element.name).text;
    return from === undefined ? declared(inner, rest) : { kind: "elsewhere", from, path: [inner, ...rest] };
  }

  /** What a name of the module's own scope is. */
  function declared(local: string, rest: readonly string[]): TaskArity {
    const functions: ts.FunctionDeclaration[] = [];
    for (const statement of file.statements) {
      if (ts.isFunctionDeclaration(statement) && statement.name?.text === local) functions.push(statement);
      if (ts.isVariableStatement(statement)) {
        const one = statement.declarationList.declarations.find(
          ({ name: binding }) => ts.isIdentifier(binding) && binding.text === local,
        );
        if (one) return ofVariable(one, rest);
      }
      if (ts.isImportDeclaration(statement)) {
        const found = imported(statement, local, rest);
        if (found) return found;
      }
    }
    return functions.length === 0 ? unknown : ofSignatures(functions, rest);
  }

  function imported(
    { importClause, moduleSpecifier }: ts.ImportDeclaration,
    local: string,
    rest: readonly string[],
  ): TaskArity | undefined {
    if (!importClause || !ts.isStringLiteral(moduleSpecifier)) return undefined;
    const from = moduleSpecifier.text;
    if (importClause.name?.text === local) return { kind: "elsewhere", from, path: ["default", ...rest] };
    const bindings = importClause.namedBindings;
    if (!bindings) return undefined;
    if (ts.isNamespaceImport(bindings)) {
      return bindings.name.text === local ? { kind: "elsewhere", from, path: rest } : undefined;
    }
    const element = bindings.elements.find((one) => one.name.text === local);
    return element && { kind: "elsewhere", from, path: [(element.propertyName ?? element.name).text, ...rest] };
  }

  /** A type that is written down decides; else the value. */
  function ofVariable({ type, initializer }: ts.VariableDeclaration, rest: readonly string[]): TaskArity {
    if (type) return ts.isFunctionTypeNode(type) && rest.length === 0 ? ofSignatures([type], rest) : unknown;
    return initializer ? ofExpression(initializer, rest) : unknown;
  }

  function ofExpression(expression: ts.Expression, rest: readonly string[]): TaskArity {
    if (ts.isParenthesizedExpression(expression) || ts.isSatisfiesExpression(expression)) {
      return ofExpression(expression.expression, rest);
    }
    if (ts.isArrowFunction(expression) || ts.isFunctionExpression(expression)) return ofSignatures([expression], rest);
    if (ts.isIdentifier(expression)) return expression.text === name ? unknown : declared(expression.text, rest);
    if (ts.isAsExpression(expression) && ts.isConstTypeReference(expression.type)) {
      return ofExpression(expression.expression, rest);
    }
    const [first, ...deeper] = rest;
    return ts.isObjectLiteralExpression(expression) && first !== undefined
      ? ofMember(expression, first, deeper)
      : unknown;
  }

  function ofMember(object: ts.ObjectLiteralExpression, key: string, rest: readonly string[]): TaskArity {
    const property = object.properties.findLast((one) => one.name && propertyName(one.name) === key);
    if (!property || object.properties.some((one) => ts.isSpreadAssignment(one))) return unknown;
    if (ts.isMethodDeclaration(property)) return ofSignatures([property], rest);
    if (ts.isPropertyAssignment(property)) return ofExpression(property.initializer, rest);
    return ts.isShorthandPropertyAssignment(property) ? declared(key, rest) : unknown;
  }

  function propertyName(node: ts.PropertyName): string | undefined {
    return ts.isIdentifier(node) || ts.isStringLiteral(node) ? node.text : undefined;
  }

  /** Of overloads those without a body are what callers see. */
  function ofSignatures(all: readonly ts.SignatureDeclaration[], rest: readonly string[]): TaskArity {
    if (rest.length > 0) return unknown;
    const overloads = all.filter((one) => ts.isFunctionDeclaration(one) && !one.body);
    const counts = (overloads.length > 0 ? overloads : all).map(({ parameters }) =>
      parameters.some((parameter) => parameter.dotDotDotToken)
        ? Number.POSITIVE_INFINITY
        : parameters.filter(({ name: binding }) => !ts.isIdentifier(binding) || binding.text !== "this").length,
    );
    return { kind: "parameters", count: Math.max(...counts) };
  }

  function isDefault(statement: ts.FunctionDeclaration): boolean {
    return statement.modifiers?.some((one) => one.kind === ts.SyntaxKind.DefaultKeyword) ?? false;
  }
}
