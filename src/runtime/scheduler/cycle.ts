/** Jobs that wait for each other in a ring would run without end: refused. */
import { SchedcError } from "../model/index.ts";
import type { Definition } from "./definition.ts";
import { waitedFor } from "./parts.ts";

/** `known` gives a registered job; what is about to be registered stands before it. */
export function refuseCycles(definitions: readonly Definition[], known: (id: string) => Definition | undefined): void {
  let coming: ReadonlyMap<string, Definition> | undefined;
  function waitsFor(id: string): readonly string[] {
    coming ??= new Map(definitions.map((definition) => [definition.id, definition]));
    const definition = coming.get(id) ?? known(id);
    return definition === undefined ? [] : waitedFor(definition.parts);
  }

  const clear = new Set<string>();
  function follow(id: string, path: readonly string[]): void {
    if (clear.has(id)) return;
    if (path.includes(id)) {
      const ring = [...path.slice(path.indexOf(id)), id].join(" after ");
      throw new SchedcError(`These jobs wait for each other and would run without end: ${ring}.`, {
        code: "job/cycle",
      });
    }
    for (const next of waitsFor(id)) follow(next, [...path, id]);
    clear.add(id);
  }
  // Only what waits can close a ring; most jobs wait for none.
  for (const { id, parts } of definitions) if (parts.after.length > 0) follow(id, []);
}
