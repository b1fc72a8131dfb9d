/** Whether what a file imports is there: the module, and in it everything that is named. */
import {
  type Edit,
  type FileNode,
  type Finding,
  finding,
  type ImportNode,
  localName,
  type Name,
  nearest,
  printString,
  replace,
  type Text,
  unsafe,
} from "../../dsl/index.ts";
import type { ts } from "../ts-morph.ts";
import type { Probe, ProbeImport } from "./probe.ts";
import type { TypeContext } from "./signatures.ts";
import { rootNames } from "./uses.ts";

export interface ImportsInput {
  readonly file: FileNode;
  readonly probe: Probe;
  readonly source: ts.SourceFile;
  readonly program: ts.Program;
  readonly errorsOf: (statement: number) => readonly ts.Diagnostic[];
  /** Whether a path leads to a file. */
  readonly isThere: (statement: ImportNode) => boolean;
  /** Whether it leads where no import may lead. */
  readonly isOutside: (statement: ImportNode) => boolean;
  /** Modules in the place to which a path leads, as paths of the same form. */
  readonly beside: (path: string) => readonly string[];
  /** Whether what is not found is not there, or only not given. */
  readonly isComplete: (path: string) => boolean;
}

export function importFindings(input: ImportsInput, context: TypeContext): readonly Finding[] {
  const { probe, isThere, isComplete } = input;
  const statements = new Set(probe.imports.map(({ imported }) => imported.statement));
  const missing = [...statements].filter((one) => !isThere(one));
  const unknown = missing
    .filter(({ from }) => isComplete(from.value))
    .map(({ from }) => unknownModule(from, input.beside(from.value)));
  const outside = [...statements].filter((one) => input.isOutside(one));
  const beyond = outside.map(({ from: { value: path, span } }) =>
    finding("import/outside", span, { path, allowed: "the folders that imports may reach" }),
  );
  const names = probe.imports
    .filter(({ imported }) => !missing.includes(imported.statement) && !imported.element.star)
    .flatMap((one) => nameFinding(one, input, context) ?? []);
  return [...unknown, ...beyond, ...names];
}

function unknownModule({ value: path, span }: Text, beside: readonly string[]): Finding {
  const near = nearest(path, beside);
  const fixes = near === undefined ? [] : [unsafe(`write \`${near}\``, replace(span, printString(near)))];
  return finding("task/unknown-module", span, { path, ...(near !== undefined && { nearest: near }) }, { fixes });
}

/** What a module exports, by its import in the probe; undefined where nobody can tell. */
export function exportsOf(
  { statement }: ProbeImport,
  source: ts.SourceFile,
  { ts, checker }: TypeContext,
): readonly ts.Symbol[] | undefined {
  const declaration = source.statements[statement];
  if (!declaration || !ts.isImportDeclaration(declaration)) return undefined;
  const module = checker.getSymbolAtLocation(declaration.moduleSpecifier);
  return module && checker.getExportsOfModule(module);
}

/** TypeScript's own number for a file that neither imports nor exports. */
const isNoModule = 2306;

function nameFinding(one: ProbeImport, input: ImportsInput, context: TypeContext): Finding | undefined {
  const errors = input.errorsOf(one.statement);
  if (errors.length === 0) return undefined;
  const { element, statement } = one.imported;
  const { name, alias } = element;
  const exported = exportsOf(one, input.source, context);
  // A package without types, or a file of a kind that the options leave out, may export anything.
  if (!exported && !errors.some(({ code }) => code === isNoModule)) return undefined;
  const known = exported?.map((symbol) => symbol.name) ?? [];
  if (known.includes(name.text)) return undefined;
  const near = nearest(
    name.text,
    known.filter((text) => text !== "default" && /^[A-Za-z_$][\w$]*$/.test(text)),
  );
  const uses = alias ? [] : rootNames(input.file, localName(element).text);
  const edits = (text: string): Edit[] => [name, ...uses].map(({ span }: Name) => replace(span, text));
  const fixes = near === undefined ? [] : [unsafe(`write \`${near}\``, ...edits(near))];
  const params = { name: name.text, path: statement.from.value, ...(near !== undefined && { nearest: near }) };
  return finding("task/not-exported", name.span, params, { fixes });
}
