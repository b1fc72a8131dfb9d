/**
 * A TypeScript file that nobody sees: the imports of a `.sched` file and each of its calls, one a line.
 *
 * Its expressions have the shape of the values they stand for, so that a node of TypeScript and a node of the tree are
 * walked side by side. Names of the source stand in it as members and strings alone, never as bindings.
 */
import {
  type CallNode,
  type FileNode,
  type Name,
  namesOf,
  type ParamNode,
  type TemplateNode,
  type ValueNode,
} from "../../dsl/index.ts";
import type { RuntimeValue } from "../../runtime/model/index.ts";
import { isIdentifierName, objectKey } from "../emit/text/identifier.ts";
import { stringLiteral } from "../emit/text/string-literal.ts";
import { pathText, runtimeText } from "../emit/text/value-text.ts";
import { runModule } from "./run-declaration.ts";
import { parameterDeclarations, parameterType } from "./template-parameters.ts";
import { type Use, usesOf } from "./uses.ts";

/** What is looked at of a file. */
export interface Probe {
  readonly text: string;
  readonly imports: readonly ProbeImport[];
  readonly calls: readonly ProbeCall[];
  /** Of templates those whose types a module brings. */
  readonly parameters: readonly ProbeParameter[];
  /** Of what is given to every call, by the position of its statement. */
  readonly givens: typeof givens;
  /** By path: what of the calls that lead nowhere in it. */
  readonly unknown: readonly Use[];
}

/** One imported name: which statement and element of the probe declares it. */
export interface ProbeImport {
  readonly name: string;
  readonly imported: ImportedHere;
  readonly statement: number;
}

type ImportedHere = NonNullable<ReturnType<ReturnType<typeof namesOf>["imports"]["get"]>>;

/** A call: its statements in the file, with the context behind its arguments and without. */
export interface ProbeCall {
  readonly use: Use;
  readonly statement: number;
  /** Absent where `@ctx` stands among the arguments already. */
  readonly withContext?: number;
}

/** A parameter of a template: the statement that declares it, with its default. */
export interface ProbeParameter {
  readonly param: ParamNode;
  readonly template: TemplateNode;
  /** Those of its types that modules bring. */
  readonly imported: readonly Name[];
  readonly statement: number;
}

/** The constants at the top of every probe, by the statement that declares each. */
const givens = { guard: 3, next: 4, run: 1, after: 2 } as const;

const head = [
  `import type { Run } from ${stringLiteral(runModule)};`,
  "declare const run: Run;",
  "declare const after: Date;",
  "declare const guard: boolean | Promise<boolean>;",
  "declare const next: Date | null;",
  "declare const unknown: any;",
];

/** `blocked` tells imports that lead where none may: they are not followed. */
export function probeOf(file: FileNode, blocked: (statement: ImportedHere["statement"]) => boolean): Probe {
  const lines = [...head];
  const locals = new Map<string, string>();
  const imports: ProbeImport[] = [];
  for (const [name, imported] of namesOf(file).imports) {
    if (imported.brings !== "module" || blocked(imported.statement)) continue;
    const local = `_${imports.length}`;
    imports.push({ name, imported, statement: lines.length });
    lines.push(importText(imported, local));
    if (!imported.statement.typeOnly) locals.set(name, local);
  }
  const parameters = typedParameters(file, imports).map((one): ProbeParameter => {
    const type = parameterType({ ...one.param, optional: false }, imports);
    const value = one.param.default && expression(one.param.default, resolver(locals), new Map());
    const statement = lines.push(`const _${lines.length}_: ${type} = ${value ?? "unknown"};`) - 1;
    return { ...one, statement };
  });
  const calls: ProbeCall[] = [];
  const unknown: Use[] = [];
  const uses = usesOf(file);
  for (const use of uses) {
    const local = locals.get(rootOf(use.call));
    if (local === undefined) {
      if (!namesOf(file).imports.has(rootOf(use.call))) unknown.push(use);
      continue;
    }
    const { parameters: given, statements } = parameterDeclarations(use.template, imports, lines.length);
    lines.push(...statements);
    const resolve = resolver(new Map([...locals, ...given]));
    const callee = resolve(use.call.path.names.map(({ text }) => text));
    const args = (use.call.args ?? []).map((value) => expression(value, resolve, given));
    const context = use.as === "trigger" ? "after" : "run";
    const hasRun = use.call.args?.some((value) => value.kind === "runtime" && value.name === "ctx") ?? false;
    calls.push({ use, statement: lines.length, ...(!hasRun && { withContext: lines.length + 1 }) });
    lines.push(`${callee}(${args.join(", ")});`);
    if (!hasRun) lines.push(`${callee}(${[...args, context].join(", ")});`);
  }
  return { text: `${lines.join("\n")}\n`, imports, parameters, calls, givens, unknown };
}

function typedParameters(file: FileNode, imports: readonly ProbeImport[]): Omit<ProbeParameter, "statement">[] {
  const names = new Set(imports.map(({ name }) => name));
  const templates = file.statements.filter((one) => one.kind === "template");
  return templates.flatMap((template) =>
    template.params.flatMap((param) => {
      const imported = param.types.filter((type): type is Name => !("value" in type) && names.has(type.text));
      return imported.length === 0 ? [] : [{ param, template, imported }];
    }),
  );
}

/** What a path is called in the probe. */
function resolver(locals: ReadonlyMap<string, string>): (path: readonly string[]) => string {
  return ([root = "", ...members]) => {
    const found = locals.get(root);
    return found === undefined ? "unknown" : pathText(found, members);
  };
}

function rootOf(call: CallNode): string {
  return call.path.names[0]?.text ?? "";
}

function importText({ statement, element }: ImportedHere, local: string): string {
  const from = stringLiteral(statement.from.value);
  const type = statement.typeOnly ? "type " : "";
  if (element.star) return `import ${type}* as ${local} from ${from};`;
  const name = element.name.text;
  return `import ${type}{ ${isIdentifierName(name) ? name : stringLiteral(name)} as ${local} } from ${from};`;
}

/** The value as the module that is generated has it, without its separators of thousands. */
function expression(
  value: ValueNode,
  resolve: (path: readonly string[]) => string,
  parameters: ReadonlyMap<string, string>,
): string {
  switch (value.kind) {
    case "string":
      return holdsParameter(value.value, parameters) ? "(unknown as string)" : stringLiteral(value.value);
    case "moment":
      return stringLiteral(value.text);
    case "number":
      return Object.is(value.value, -0) ? "-0" : String(value.value);
    case "literal":
      return String(value.value);
    case "reference":
      return resolve(value.path.names.map(({ text }) => text));
    case "runtime":
      return Object.hasOwn(runtimeText, value.name) ? runtimeText[value.name as RuntimeValue] : "unknown";
    case "list":
      return `[${value.items.map((item) => expression(item, resolve, parameters)).join(", ")}]`;
    case "object":
      return `{ ${value.pairs.map(({ key, value: one }) => `${objectKey(key.text)}: ${expression(one, resolve, parameters)}`).join(", ")} }`;
  }
}

/** In a template `{name}` in a text is replaced when the job is made, so that the text is not known yet. */
function holdsParameter(text: string, parameters: ReadonlyMap<string, string>): boolean {
  return [...parameters.keys()].some((name) => text.includes(`{${name}}`));
}
