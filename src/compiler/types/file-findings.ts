/** Everything that types say about one file: its imports, its calls, and the tasks that no import names. */
import { type FileNode, type Finding, type ImportNode, localName } from "../../dsl/index.ts";
import type { TsMorph, ts } from "../ts-morph.ts";
import { checkCall, taskText } from "./call-findings.ts";
import { contextKey } from "./context-key.ts";
import { createErrors } from "./errors.ts";
import { givenFindings } from "./given-tasks.ts";
import { exportsOf, importFindings } from "./import-findings.ts";
import { parameterFindings } from "./parameter-findings.ts";
import type { Probe } from "./probe.ts";
import { askCalls } from "./probe-calls.ts";
import type { Look } from "./program.ts";
import type { FileContext, TypeContext } from "./signatures.ts";

export interface FileToCheck {
  readonly file: FileNode;
  readonly probe: Probe;
  /** Of the probe. */
  readonly path: string;
  /** Whether the config wants every task imported. */
  readonly required: boolean;
  readonly isComplete: (path: string) => boolean;
  readonly beside: (path: string) => readonly string[];
  /** Whether imports may reach a file. */
  readonly mayReach: (file: string) => boolean;
}

export interface TypeFacts {
  readonly findings: readonly Finding[];
  /** By `contextKey`, for calls that are right: whether the context follows their arguments. Nothing where two differ. */
  readonly handsContext: ReadonlyMap<string, boolean>;
}

export function checkFile(checked: FileToCheck, { program, checker, leadsTo }: Look, { ts }: TsMorph): TypeFacts {
  const { file, probe, path, required, isComplete, beside, mayReach } = checked;
  const source = program.getSourceFile(path);
  if (!source) throw new Error(`the probe ${path} is not in its program`);
  const stars = new Map(
    probe.imports.flatMap(({ name, imported }) =>
      imported.element.star ? [[name, imported.statement.from.value] as const] : [],
    ),
  );
  const types = typeNames(probe, source, { ts, checker });
  const context: FileContext = { ts, checker, moduleOf: (name) => stars.get(name), isType: (name) => types.has(name) };
  const errors = createErrors(program, source, ts);
  errors.check(probe.imports.map(({ statement }) => statement));
  const declared = new Set(
    probe.imports.flatMap((one) => (exportsOf(one, source, context) ? [one.imported.statement] : [])),
  );
  // What `declare module` describes lies in no file.
  const isThere = (one: ImportNode): boolean => leadsTo(path, one.from.value) !== undefined || declared.has(one);
  // Paths are held against their folders before; what else leads into the program comes from its tsconfig or package.json.
  const isOutside = ({ from }: ImportNode): boolean => {
    const led = leadsTo(path, from.value);
    return led !== undefined && !led.isInstalled && !mayReach(led.file);
  };
  const imports = importFindings(
    { file, probe, source, program, errorsOf: errors.of, isThere, isComplete, beside, isOutside },
    context,
  );
  const parameters = parameterFindings(probe, source, errors, context);
  const handsContext = new Map<string, boolean>();
  const differing = new Set<string>();
  const given = givens(source, probe, context);
  const calls = askCalls(probe.calls, source, errors, context).flatMap(({ call: { use }, plain, withContext }) => {
    const { as } = use;
    const wanted = as === "guard" ? given.guard : as === "trigger" ? given.next : undefined;
    const handed = as === "trigger" ? given.after : given.run;
    const result = checkCall(
      { use, plain, handed, ...(withContext && { withContext }), ...(wanted && { wanted }) },
      context,
    );
    if (result.handsContext !== undefined) {
      const key = contextKey(as === "trigger" ? "after" : "run", taskText(use), use.call.args?.length ?? 0);
      if ((handsContext.get(key) ?? result.handsContext) !== result.handsContext) differing.add(key);
      handsContext.set(key, result.handsContext);
    }
    return result.findings;
  });
  const known = { imported: valueNames(probe), exported: exported(probe, source, context) };
  for (const key of differing) handsContext.delete(key);
  return {
    findings: [...imports, ...parameters, ...calls, ...givenFindings(probe.unknown, file, known, required)],
    handsContext,
  };
}

/** What the file imports as values. */
export function valueNames({ imports }: Probe): readonly string[] {
  return imports.flatMap(({ imported }) => (imported.statement.typeOnly ? [] : [localName(imported.element).text]));
}

/** What it imports as values and is none. */
function typeNames({ imports }: Probe, source: ts.SourceFile, context: TypeContext): ReadonlySet<string> {
  const names = imports.filter((one) => {
    const { element } = one.imported;
    const symbol = element.star
      ? undefined
      : exportsOf(one, source, context)?.find(({ name }) => name === element.name.text);
    return symbol && !isValue(symbol, context);
  });
  return new Set(names.map(({ name }) => name));
}

function isValue(symbol: ts.Symbol, { ts, checker }: TypeContext): boolean {
  const aimed = (symbol.flags & ts.SymbolFlags.Alias) !== 0 ? checker.getAliasedSymbol(symbol) : symbol;
  return (aimed.flags & ts.SymbolFlags.Value) !== 0;
}

function exported(probe: Probe, source: ts.SourceFile, context: TypeContext): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  if (probe.unknown.length === 0) return names;
  for (const one of probe.imports) {
    if (one.imported.statement.typeOnly) continue;
    for (const symbol of exportsOf(one, source, context) ?? []) {
      const isTask = isValue(symbol, context) && /^[A-Za-z_$][\w$]*$/.test(symbol.name);
      if (isTask && symbol.name !== "default") names.set(symbol.name, one.imported.statement.from.value);
    }
  }
  return names;
}

function givens(
  { statements }: ts.SourceFile,
  { givens: places }: Probe,
  { ts, checker }: FileContext,
): Readonly<Record<keyof Probe["givens"], ts.Type>> {
  const typeAt = (index: number): ts.Type => {
    const statement = statements[index];
    const declared =
      statement && ts.isVariableStatement(statement) ? statement.declarationList.declarations[0] : undefined;
    return declared ? checker.getTypeAtLocation(declared.name) : checker.getAnyType();
  };
  return {
    run: typeAt(places.run),
    after: typeAt(places.after),
    guard: typeAt(places.guard),
    next: typeAt(places.next),
  };
}
