/**
 * `after` names jobs of the build, of whatever file. Names are sought as `resolveJob` says. While some file cannot
 * be read whole nothing is reported: the missing job may stand there.
 */
import { finding } from "../../diagnostics/registry.ts";
import { replace, unsafe } from "../../fix/edits.ts";
import type { Build, BuildRule } from "../build.ts";
import { nearest } from "../nearest.ts";

export const nameUnknownJob: BuildRule = function* (build) {
  // What could not be read may be the very job.
  if (build.broken) return;
  let known: Spellable | undefined;
  for (const job of build.jobs) {
    for (const { id, path, span } of job.waitsFor) {
      if (id !== undefined) continue;
      const name = path.join(".");
      known ??= spellable(build);
      const near = known.byLastWord.get(lastWord(name)) ?? nearest(name, known.ids);
      const params = near === undefined ? { name } : { name, nearest: near };
      const fixes = near === undefined ? [] : [unsafe(`write \`${near}\``, replace(span, near))];
      yield { file: job.file, finding: finding("name/unknown-job", span, params, { fixes }) };
    }
  }
};

interface Spellable {
  readonly ids: readonly string[];
  /** The first id that ends so, in whatever group. */
  readonly byLastWord: ReadonlyMap<string, string>;
}

/** Only what `after` can spell is offered. */
function spellable({ byId }: Build): Spellable {
  const ids = [...byId.keys()].filter((id) => /^[\p{L}\p{N}_$]+(?:\.[\p{L}\p{N}_$]+)*$/u.test(id));
  return { ids, byLastWord: new Map(ids.toReversed().map((id) => [lastWord(id), id])) };
}

function lastWord(id: string): string {
  return id.slice(id.lastIndexOf(".") + 1);
}
