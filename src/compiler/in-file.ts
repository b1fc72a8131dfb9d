/** A finding once its file is known. */
import type { Diagnostic, Finding } from "../dsl/index.ts";

/** Places are in the finding's own file unless they name another. */
export function inFile(name: string, { related, ...found }: Finding | Diagnostic): Diagnostic {
  return {
    ...found,
    file: name,
    ...(related && { related: related.map((place) => ({ ...place, file: place.file ?? name })) }),
  };
}
