/** One position under attack: what the compiler takes of it, and what the module then consists of. */
import { check, compile } from "schedc";
import { type Shape, shapeOf } from "./module-shape.ts";
import type { Position } from "./positions.ts";

export interface Attempt {
  /** The modules of all that was taken; nothing else. */
  readonly modules: readonly string[];
  readonly taken: number;
  readonly refused: number;
  /** What is not as it must be, in words. */
  readonly faults: readonly string[];
}

interface Statement {
  readonly attack: string;
  readonly at: number;
  readonly text: string;
}

const config = { limits: { findings: 1_000_000 } };

export async function attempt(position: Position, attacks: readonly string[]): Promise<Attempt> {
  const taken: Statement[] = [];
  for (const [at, attack] of attacks.entries()) {
    const text = `${position.write(attack, at)}\n`;
    if (await isTaken(text)) taken.push({ attack, at, text });
  }
  const modules: string[] = [];
  const faults: string[] = [];
  for (const statements of await together(taken)) {
    const code = await moduleOf(statements.map(({ text }) => text).join(""));
    if (code === undefined) continue;
    modules.push(code);
    faults.push(...faultsOf(position, statements, shapeOf(code), await plainShape(position, statements)));
  }
  return { modules, taken: taken.length, refused: attacks.length - taken.length, faults };
}

async function isTaken(text: string): Promise<boolean> {
  const { diagnostics } = await check({ files: { "a.sched": text }, config });
  return !diagnostics.some(({ severity }) => severity === "error");
}

/** As few files as can be: what is an error only beside another goes into another file. */
async function together(statements: readonly Statement[]): Promise<readonly (readonly Statement[])[]> {
  if (statements.length === 0) return [];
  if (statements.length === 1 || (await isTaken(statements.map(({ text }) => text).join("")))) return [statements];
  const half = statements.length >> 1;
  return [...(await together(statements.slice(0, half))), ...(await together(statements.slice(half)))];
}

async function moduleOf(text: string): Promise<string | undefined> {
  return (await compile({ files: { "a.sched": text }, config })).modules["a.sched.ts"];
}

/** The module of as many statements that hold a harmless word. */
async function plainShape(position: Position, statements: readonly Statement[]): Promise<Shape | undefined> {
  const code = await moduleOf(statements.map(({ at }) => `${position.write(`plain${at}`, at)}\n`).join(""));
  return code === undefined ? undefined : shapeOf(code);
}

function faultsOf(position: Position, statements: readonly Statement[], got: Shape, plain?: Shape): string[] {
  const faults: string[] = [];
  if (plain !== undefined) {
    const strange = [...got.kinds].filter((kind) => !plain.kinds.has(kind) && !quiet.has(kind));
    if (strange.length > 0) faults.push(`nodes that do not belong there: ${strange.join(", ")}`);
    if (String(got.statements) !== String(plain.statements)) faults.push(`other statements: ${got.statements}`);
    if (JSON.stringify(got.active) !== JSON.stringify(plain.active)) {
      faults.push(`other code: ${JSON.stringify(got.active)}, and not ${JSON.stringify(plain.active)}`);
    }
  }
  for (const { attack, at } of statements) {
    const wanted = position.kept?.(attack, at);
    if (wanted !== undefined && !got.strings.has(wanted)) faults.push(`lost: ${JSON.stringify(wanted)}`);
  }
  return faults;
}

/** A quoted name instead of a bare one, a comment above a job, another literal and its type: data. */
const quiet: ReadonlySet<string> = new Set([
  "StringLiteral",
  "ComputedPropertyName",
  "ElementAccessExpression",
  "JSDoc",
  "JSDocComment",
  "NumericLiteral",
  "PrefixUnaryExpression",
  "NumberKeyword",
  "ParenthesizedType",
  // A task that is called in two ways takes one list of arguments or another.
  "DotDotDotToken",
  "TupleType",
  "NamedTupleMember",
]);
