/** Reads columns as what they must be. Anything else was not written by this store, which is said as damage. */
import { SchedcError } from "../model/index.ts";

/** A row as the database gives it. */
export type Row = Readonly<Record<string, unknown>>;

/** What an optional column is bound to. */
export type Bound = string | number | null;

export function text(row: Row, column: string): string {
  const value = row[column];
  return typeof value === "string" ? value : damaged(column, value);
}

export function number(row: Row, column: string): number {
  const value = row[column];
  return typeof value === "number" ? value : damaged(column, value);
}

export function flag(row: Row, column: string): boolean {
  return number(row, column) !== 0;
}

/** The column as `{ [name]: value }`, or `{}` where it is empty: to be spread into a record. */
export function maybe<N extends string, T>(
  row: Row,
  column: string,
  name: N,
  read: (row: Row, column: string) => T,
): { readonly [K in N]?: T } {
  const value = row[column];
  return value === null || value === undefined ? {} : ({ [name]: read(row, column) } as { readonly [K in N]: T });
}

/** JSON text back into a value. Names such as `__proto__` stay plain own names, as `JSON.parse` leaves them. */
export function json(row: Row, column: string): unknown {
  try {
    return JSON.parse(text(row, column), revive);
  } catch (cause) {
    throw damage(`a ${column} that is no JSON`, cause);
  }
}

/** As JSON, with the numbers that JSON lacks: a policy may say "any number of times". */
export function asJson(value: unknown): string {
  return JSON.stringify(value, (_, one) =>
    typeof one === "number" && !Number.isFinite(one) ? { [LACKING]: String(one) } : one,
  );
}

const LACKING = "number that JSON lacks";

function revive(_: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, LACKING)) return value;
  return Number((value as Record<string, unknown>)[LACKING]);
}

function damaged(column: string, value: unknown): never {
  throw damage(`a ${column} that is ${value === null ? "empty" : `a ${typeof value}`}`);
}

/** What is read was not written by a store: the file was damaged or changed by other hands. */
export function damage(what: string, cause?: unknown): SchedcError {
  return new SchedcError(`The store's file holds ${what}.`, { code: "store/corrupt", cause });
}
