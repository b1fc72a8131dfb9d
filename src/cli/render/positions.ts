/** Places as other programs read them. */
import type { Span } from "../../dsl/index.ts";
import { createLineMap, type LineMap } from "./line-map.ts";

export interface Point {
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 units. */
  readonly column: number;
  /** From 0, in UTF-16 units. */
  readonly offset: number;
}

export interface Range {
  readonly start: Point;
  readonly end: Point;
}

/** Ranges of spans by file; a file whose text is not at hand has its first place only. */
export function createPositions(sources: ReadonlyMap<string, string>): (file: string, span: Span) => Range {
  const maps = new Map<string, LineMap>();
  const point = (file: string, offset: number): Point => {
    const map = maps.get(file) ?? createLineMap(sources.get(file) ?? "");
    maps.set(file, map);
    return { ...map.position(offset), offset };
  };
  return (file, span) => ({ start: point(file, span.start), end: point(file, span.end) });
}
