/**
 * Which part of a value does not fit a type: the value of the source and the expression that stands for it are walked
 * side by side, down to the member that is wrong.
 */
import { nearest, type ValueNode } from "../../dsl/index.ts";
import type { ts } from "../ts-morph.ts";
import type { TypeContext } from "./signatures.ts";

type ObjectValue = Extract<ValueNode, { kind: "object" }>;

export type Mismatch =
  /** The whole value is of another type. `node` tells its own. */
  | {
      readonly kind: "value";
      readonly value: ValueNode;
      readonly node: ts.Expression;
      readonly type: ts.Type;
      readonly path: string;
    }
  | {
      readonly kind: "key";
      readonly pair: ObjectValue["pairs"][number];
      readonly known: readonly string[];
      readonly path: string;
    }
  | {
      readonly kind: "missing";
      readonly value: ObjectValue;
      readonly name: string;
      readonly type: ts.Type;
      readonly path: string;
    };

/** A value, the expression that stands for it, and where it is inside its argument: `.tags[1]`. */
export interface Place {
  readonly value: ValueNode;
  readonly node: ts.Expression;
  readonly path: string;
}

/** None where it fits, or where nobody can tell. */
export function mismatches(place: Place, wanted: ts.Type, context: TypeContext): readonly Mismatch[] {
  const { ts, checker } = context;
  const type = concrete(wanted, context);
  const { value, node, path } = place;
  const whole: Mismatch = { kind: "value", value, node, type, path };
  if (isAnything(type, context)) return [];
  const members = (type.isUnion() ? type.types : [type]).map((one) => concrete(one, context));
  if (value.kind === "list" && ts.isArrayLiteralExpression(node)) {
    const lists = members.filter((one) => checker.isArrayLikeType(one));
    if (members.some((one) => isOpen(one, context))) return [];
    return best(lists.map((one) => ofList(value.items, node, one, path, whole, context))) ?? [whole];
  }
  if (value.kind === "object" && ts.isObjectLiteralExpression(node)) {
    if (members.some((one) => isOpen(one, context))) return [];
    const objects = members.filter((one) => isPlainObject(one, context));
    const known = [...new Set(objects.flatMap((one) => checker.getPropertiesOfType(one).map(({ name }) => name)))];
    const found = best(objects.map((one) => ofObject(value, node, one, known, path, context))) ?? [whole];
    return isOfAnotherKind(value, found) ? [whole] : found;
  }
  return checker.isTypeAssignableTo(typeOf(value, node, context), type) ? [] : [whole];
}

/** How many members may be missing before it is no such object that was meant. */
const mostMissing = 6;

/** Something like a map or a stream is wanted, whose members nobody writes down; those named by symbols nobody could. */
function isOfAnotherKind({ pairs }: ObjectValue, found: readonly Mismatch[]): boolean {
  const missing = found.filter((one) => one.kind === "missing");
  const isStrange = found.filter(({ kind }) => kind === "key").length === pairs.length;
  return (isStrange && missing.length > mostMissing) || missing.some(({ name }) => name.startsWith("__@"));
}

/** Those of the alternative that fits best; undefined where there is none. */
function best(all: readonly (readonly Mismatch[])[]): readonly Mismatch[] | undefined {
  // What names the alternative, such as a literal `kind`, weighs more than what it lacks.
  const weight = (found: readonly Mismatch[]): number =>
    found.reduce((sum, { kind }) => sum + (kind === "value" ? 3 : kind === "key" ? 2 : 1), 0);
  return all.toSorted((a, b) => weight(a) - weight(b))[0];
}

function ofList(
  items: readonly ValueNode[],
  { elements }: ts.ArrayLiteralExpression,
  type: ts.Type,
  path: string,
  whole: Mismatch,
  context: TypeContext,
): readonly Mismatch[] {
  const { checker, ts } = context;
  const place = (index: number): Place | undefined => {
    const [value, node] = [items[index], elements[index]];
    return value && node && { value, node, path: `${path}[${index}]` };
  };
  const tuple = checker.isTupleType(type) ? (type as ts.TupleTypeReference) : undefined;
  const types = tuple && checker.getTypeArguments(tuple);
  const element = checker.getIndexTypeOfType(type, ts.IndexKind.Number);
  if (tuple && types) {
    const { minLength, combinedFlags } = tuple.target;
    const open = (combinedFlags & ts.ElementFlags.Variable) !== 0;
    if (items.length < minLength || (!open && items.length > types.length)) return [whole];
    if (open) return [];
  }
  return items.flatMap((_, index) => {
    const wanted = types?.[index] ?? element;
    const at = place(index);
    return wanted && at ? mismatches(at, wanted, context) : [];
  });
}

function ofObject(
  value: ObjectValue,
  node: ts.ObjectLiteralExpression,
  type: ts.Type,
  known: readonly string[],
  path: string,
  context: TypeContext,
): readonly Mismatch[] {
  const { checker, ts } = context;
  const index = checker.getIndexTypeOfType(type, ts.IndexKind.String);
  const written = value.pairs.flatMap((pair, at): readonly Mismatch[] => {
    const property = node.properties[at];
    const inner = property && ts.isPropertyAssignment(property) ? property.initializer : undefined;
    const symbol = checker.getPropertyOfType(type, pair.key.text);
    const wanted = symbol ? checker.getTypeOfSymbolAtLocation(symbol, node) : index;
    if (wanted && inner)
      return mismatches({ value: pair.value, node: inner, path: memberPath(path, pair.key.text) }, wanted, context);
    return known.includes(pair.key.text) ? [] : [{ kind: "key", pair, known, path }];
  });
  const keys = new Set(value.pairs.map(({ key }) => key.text));
  const missing = checker.getPropertiesOfType(type).flatMap((symbol): readonly Mismatch[] => {
    if ((symbol.flags & ts.SymbolFlags.Optional) !== 0 || keys.has(symbol.name)) return [];
    const wanted = checker.getTypeOfSymbolAtLocation(symbol, node);
    return [{ kind: "missing", value, name: symbol.name, type: wanted, path }];
  });
  // A key that is nearly one that is missing is one mistake, not two.
  const meant = new Set(written.flatMap((one) => (one.kind === "key" ? [nearest(one.pair.key.text, known)] : [])));
  return [...written, ...missing.filter((one) => one.kind !== "missing" || !meant.has(one.name))];
}

function memberPath(path: string, key: string): string {
  return /^[\w$]+$/.test(key) ? `${path}.${key}` : `${path}[${JSON.stringify(key)}]`;
}

/** Literals by what they say, whatever their surroundings would make of them. */
export function typeOf(value: ValueNode, node: ts.Expression, { checker, ts }: TypeContext): ts.Type {
  if (ts.isStringLiteral(node)) return checker.getStringLiteralType(node.text);
  if (value.kind === "number") return checker.getNumberLiteralType(value.value);
  if (value.kind === "literal") {
    if (value.value === null) return checker.getNullType();
    return value.value ? checker.getTrueType() : checker.getFalseType();
  }
  return checker.getTypeAtLocation(node);
}

/** A type parameter counts as what it is bounded by. */
function concrete(type: ts.Type, { checker, ts }: TypeContext): ts.Type {
  if ((type.flags & (ts.TypeFlags.TypeParameter | ts.TypeFlags.IndexedAccess | ts.TypeFlags.Conditional)) === 0)
    return type;
  return checker.getBaseConstraintOfType(type) ?? checker.getAnyType();
}

function isAnything(type: ts.Type, { ts }: TypeContext): boolean {
  return (type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) !== 0;
}

/** Takes every object and every list, as far as one can tell. */
function isOpen(type: ts.Type, context: TypeContext): boolean {
  const { ts, checker } = context;
  if (isAnything(type, context)) return true;
  if ((type.flags & ts.TypeFlags.NonPrimitive) !== 0) return true;
  const empty = (type.flags & ts.TypeFlags.Object) !== 0 && checker.getPropertiesOfType(type).length === 0;
  return empty && checker.getIndexInfosOfType(type).length === 0 && type.getCallSignatures().length === 0;
}

function isPlainObject(type: ts.Type, { ts, checker }: TypeContext): boolean {
  if ((type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) === 0) return false;
  return !checker.isArrayLikeType(type) && type.getCallSignatures().length === 0;
}
