/**
 * Equal data as one object. Thousands of jobs have the same few policies and some hundred triggers: what is one is kept,
 * written out, digested and asked for its fires once.
 */
import { canonicalKept } from "./canonical.ts";

/** The first of all that read alike, its keys in the same order. What goes in never changes again. */
export type ShareData = <T extends object>(data: T) => T;

export function createSharedData(): ShareData {
  const known = new Map<string, object>();
  return <T extends object>(data: T): T => {
    const text = JSON.stringify(data);
    const before = known.get(text);
    // What reads alike is of one type.
    if (before !== undefined) return before as T;
    canonicalKept(data);
    known.set(text, data);
    return data;
  };
}
