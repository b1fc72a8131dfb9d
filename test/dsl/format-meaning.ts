/** What of a tree is meaning: everything but places, spelling, and the order that means nothing. */
import type { FileNode } from "../../src/dsl/index.ts";

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** How something was written rather than what. */
const spelling = new Set(["span", "form", "inline", "quoted", "comments"]);

/** Lists whose order means nothing. */
const unordered = new Set(["clauses", "body", "settings", "items of a group"]);

/** Two files mean the same when this is equal for both. */
export function meaningOf(file: FileNode): Json {
  return meaning(file as unknown as Json, "");
}

function meaning(node: Json, key: string): Json {
  if (Array.isArray(node)) {
    const items = node.map((item) => meaning(item, ""));
    return unordered.has(key) ? items.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)) : items;
  }
  if (node === null || typeof node !== "object") return node;
  const kept: Record<string, Json> = {};
  const fields = node as { readonly [key: string]: Json };
  for (const [name, value] of Object.entries(fields)) {
    if (value === undefined || spelling.has(name)) continue;
    kept[name] = meaning(value, fields.kind === "group" && name === "items" ? "items of a group" : name);
  }
  return sameSpelling(kept);
}

/** Brings together what is written in two ways and means one thing. */
function sameSpelling(node: Record<string, Json>): Json {
  if ("path" in node && "names" in Object(node.path) && !("kind" in node)) return { ...node, args: node.args ?? [] };
  if (node.policy === "coalesce") return { ...node, mode: node.mode ?? "latest" };
  if (node.kind === "dateClock") {
    const { seconds } = node.clock as { readonly seconds: number };
    return { kind: "dateTime", date: node.date ?? null, seconds };
  }
  if (node.kind === "clocks") {
    const [from, to] = [node.from, node.to] as { readonly seconds: number }[];
    if (to?.seconds === 0 && from?.seconds !== 0) return { ...node, to: { ...to, seconds: 86_400 } };
  }
  const days = node.days as readonly { readonly of?: string }[] | undefined;
  if ("ranges" in node && days?.every((day) => day.of === "day")) return { ranges: node.ranges ?? null };
  return node;
}
