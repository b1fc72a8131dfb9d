/** What an app puts around the calls of handlers: the context of a tracer, of a logger. */
import type { Around, Run } from "../model/index.ts";

export interface Wrapping {
  /** The one added first is outermost; the answer takes it out again. */
  add(around: Around): () => void;
  call(run: Run, handler: (run: Run) => unknown): unknown;
}

export function createWrapping(): Wrapping {
  let layers: readonly { readonly around: Around }[] = [];
  return {
    add(around) {
      const layer = { around };
      layers = [...layers, layer];
      return () => {
        layers = layers.filter((other) => other !== layer);
      };
    },
    call(run, handler) {
      if (layers.length === 0) return handler(run);
      const inner = layers.reduceRight<() => unknown>(
        (call, { around }) =>
          () =>
            around(run, call),
        () => handler(run),
      );
      return inner();
    },
  };
}
