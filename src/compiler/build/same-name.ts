/** Modules whose paths differ by case alone: two files here, one where the disk takes no notice of case. */
import { type Finding, finding } from "../../dsl/index.ts";
import { withSeverities } from "../config/severities.ts";
import type { Config } from "../config/types.ts";
import { modulePath } from "../emit/index.ts";
import type { FileSide } from "../plan/types.ts";

/** For the later of each two, by its file; none where the config says so. */
export function sameNames(sides: readonly Pick<FileSide, "file">[], config: Config = {}): ReadonlyMap<string, Finding> {
  const firsts = new Map<string, string>();
  const found = new Map<string, Finding>();
  for (const { file } of sides) {
    const folded = modulePath(file).normalize("NFC").toLowerCase();
    const first = firsts.get(folded);
    if (first === undefined) firsts.set(folded, file);
    else {
      const [told] = withSeverities([finding("build/same-name", { start: 0, end: 0 }, { file, first })], config);
      if (told !== undefined) found.set(file, told);
    }
  }
  return found;
}
