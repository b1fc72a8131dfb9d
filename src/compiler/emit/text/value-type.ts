/**
 * The type of what a task is handed in one place, from all that its uses write there. Texts are the very ones, for they
 * often choose; numbers are quantities. See `docs/adr/0017-tasks-are-typed-by-what-they-are-handed.md`.
 */
import type { RuntimeValue, Value } from "../../../runtime/model/index.ts";
import { typeKey } from "./identifier.ts";
import { stringLiteral } from "./string-literal.ts";
import { isList, type ResolveReference } from "./value-text.ts";

/** The types of a template's parameters, as its tasks get them. */
export type ParameterTypes = (parameter: string) => string;

/** What one use writes in one place: a value, in a template with the types of its parameters, or a type that is known. */
export type Written = { readonly value: Value; readonly parameters?: ParameterTypes } | { readonly type: string };

/** With more different texts than this the place holds free text. */
const MOST_TEXTS = 32;
/** A list of more items than this is no tuple. */
const MOST_ITEMS = 8;

/** Of `@` values the type; `run` and what else is no data stands for itself. */
const runtimeType: Readonly<Record<RuntimeValue, string>> = {
  ctx: "Run",
  scheduled: "number",
  signal: "AbortSignal",
  attempt: "number",
  id: "string",
};

/** The union over all that is written in one place. */
export function placeType(written: readonly Written[], resolve: ResolveReference): string {
  return membersOf(written, resolve).join(" | ");
}

/** The members of the union: texts first, in the order in which they are first written. */
function membersOf(written: readonly Written[], resolve: ResolveReference): readonly string[] {
  const texts = new Set<string>();
  const named = new Set<string>();
  const lists: (readonly Written[])[] = [];
  const objects: Readonly<Record<string, Written>>[] = [];
  for (const one of written) {
    if ("type" in one) {
      named.add(one.type);
      continue;
    }
    const { value } = one;
    const within = (inner: Value): Written => ({ ...one, value: inner });
    if (typeof value === "string") texts.add(stringLiteral(value));
    else if (typeof value !== "object") named.add(typeof value);
    else if (value === null) named.add("null");
    else if (isList(value)) lists.push(value.map(within));
    else if ("object" in value) objects.push(mapValues(value.object, within));
    else if ("runtime" in value) named.add(runtimeType[value.runtime]);
    else if ("reference" in value) named.add(typeOfReference(resolve(value.reference)));
    else if ("parameter" in value) named.add(one.parameters?.(value.parameter) ?? "unknown");
    else named.add("string");
  }
  if (texts.size > MOST_TEXTS) named.add("string");
  return [
    ...(named.has("string") ? [] : texts),
    ...(lists.length === 0 ? [] : [listType(lists, resolve)]),
    ...objectTypes(objects, resolve),
    ...named,
  ];
}

/** A tuple, which fits an array too, while all are of one length. */
function listType(lists: readonly (readonly Written[])[], resolve: ResolveReference): string {
  const [first = []] = lists;
  if (first.length <= MOST_ITEMS && lists.every(({ length }) => length === first.length)) {
    const places = first.map((_, at) => lists.flatMap((list) => list[at] ?? []));
    return `[${places.map((place) => placeType(place, resolve)).join(", ")}]`;
  }
  const type = placeType(lists.flat(), resolve);
  return /^(?:"[^"]*"|[\w.]+)$/.test(type) ? `${type}[]` : `(${type})[]`;
}

/** One type for each set of keys: a task may tell them apart by what they have. */
function objectTypes(objects: readonly Readonly<Record<string, Written>>[], resolve: ResolveReference): string[] {
  const byKeys = Map.groupBy(objects, (object) => JSON.stringify(Object.keys(object).sort()));
  return [...byKeys.values()].map((alike) => {
    const members = Object.keys(alike[0] ?? {}).map((key) => {
      const place = alike.flatMap((object) => object[key] ?? []);
      return `${typeKey(key)}: ${placeType(place, resolve)}`;
    });
    return members.length === 0 ? "object" : `{ ${members.join("; ")} }`;
  });
}

/** `typeof` takes dots alone; from the first member that is no identifier on the type is indexed. */
function typeOfReference(path: string): string {
  const at = path.indexOf("[");
  if (at < 0) return `typeof ${path}`;
  return `(typeof ${path.slice(0, at)})${path.slice(at).replace(/\.([\w$]+)/g, '["$1"]')}`;
}

function mapValues<A, B>(object: Readonly<Record<string, A>>, change: (value: A) => B): Readonly<Record<string, B>> {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]));
}
