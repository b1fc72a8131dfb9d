/** The parameters of a signature as a caller sees them, one after the other. */
import type { TsMorph, ts } from "../ts-morph.ts";

export interface Parameter {
  readonly name: string;
  /** Of one argument, also under a rest parameter. */
  readonly type: ts.Type;
  readonly optional: boolean;
  /** Takes any number of arguments from here on. */
  readonly rest: boolean;
}

/** What every look at types needs. */
export interface TypeContext {
  readonly ts: TsMorph["ts"];
  readonly checker: ts.TypeChecker;
}

/** The same inside one file of the build. */
export interface FileContext extends TypeContext {
  /** The path by which a name is imported that stands for a whole module. */
  readonly moduleOf: (name: string) => string | undefined;
  /** Whether a name stands for a type alone, which is gone when the program runs. */
  readonly isType: (name: string) => boolean;
}

export function parametersOf(signature: ts.Signature, at: ts.Node, { checker, ts }: TypeContext): readonly Parameter[] {
  const symbols = signature.getParameters();
  const least = leastOf(signature, symbols, ts);
  return symbols.flatMap((symbol, index): Parameter[] => {
    const type = checker.getTypeOfSymbolAtLocation(symbol, at);
    const { name } = symbol;
    if (index < symbols.length - 1 || !hasRest(signature, symbol, ts)) {
      return [{ name, type, optional: index >= least, rest: false }];
    }
    return restParameters(name, type, { checker, ts });
  });
}

function restParameters(name: string, type: ts.Type, { checker, ts }: TypeContext): Parameter[] {
  const element = checker.getIndexTypeOfType(type, ts.IndexKind.Number);
  if (!checker.isTupleType(type)) return [{ name, type: element ?? type, optional: true, rest: true }];
  const tuple = type as ts.TupleTypeReference;
  const { elementFlags, labeledElementDeclarations } = tuple.target;
  return checker.getTypeArguments(tuple).map((one, at) => {
    const label = labeledElementDeclarations?.[at]?.name;
    const rest = ((elementFlags[at] ?? 0) & ts.ElementFlags.Variable) !== 0;
    return {
      name: label && ts.isIdentifier(label) ? label.text : `${name}[${at}]`,
      type: one,
      optional: ((elementFlags[at] ?? 0) & ts.ElementFlags.Required) === 0,
      rest,
    };
  });
}

/** TypeScript counts it and does not publish it; what a declaration shows is right but for types made of others. */
function leastOf(signature: ts.Signature, symbols: readonly ts.Symbol[], compiler: TsMorph["ts"]): number {
  const counted: unknown = Reflect.get(signature, "minArgumentCount");
  if (typeof counted === "number") return counted;
  const first = symbols.findIndex(({ valueDeclaration: one }) => {
    return one && compiler.isParameter(one) && (one.questionToken ?? one.initializer ?? one.dotDotDotToken);
  });
  return first < 0 ? symbols.length : first;
}

function hasRest(signature: ts.Signature, last: ts.Symbol, compiler: TsMorph["ts"]): boolean {
  const { valueDeclaration: declared } = last;
  if (declared && compiler.isParameter(declared)) return declared.dotDotDotToken !== undefined;
  const flags: unknown = Reflect.get(signature, "flags");
  return typeof flags === "number" && (flags & 1) !== 0;
}
