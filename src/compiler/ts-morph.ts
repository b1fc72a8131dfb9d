/**
 * The one door to ts-morph, which takes half a second to load: nothing reaches it before a module is made or tasks
 * are held against their types.
 */

export type TsMorph = typeof import("ts-morph");
export type { StatementStructures, ts } from "ts-morph";

let loaded: Promise<TsMorph> | undefined;

export function loadTsMorph(): Promise<TsMorph> {
  loaded ??= import("ts-morph");
  return loaded;
}
