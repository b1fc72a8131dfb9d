/** Modules whose source is gone. */
import { finding } from "../../dsl/index.ts";
import { dirname, joinPath } from "../paths.ts";
import { type BuildOptions, type BuildResult, gather, type Outcome } from "./build.ts";
import { moduleState } from "./module-state.ts";
import { firstLine } from "./stale.ts";

/** Looks below the given folders; removes what is ours and as it was written, unless `check`. */
export async function removeOrphans(folders: readonly string[], options: BuildOptions): Promise<BuildResult> {
  const { host, root, outDir } = options;
  const outcomes: Outcome[] = [];
  const searched = folders.map((folder) => (outDir === undefined ? folder : joinPath(outDir, folder)));
  const found = await Promise.all(searched.map((folder) => host.findFiles(joinPath(root, folder), "**/*.sched.ts")));
  for (const path of [...new Set(found.flat())].sort()) {
    const text = await host.readFile(path);
    const state = moduleState(text);
    if (state.kind === "missing" || state.kind === "foreign") continue;
    const source = joinPath(dirname(path), state.banner.source);
    if ((await host.readFile(source)) !== undefined) continue;
    const file = root === "" ? path : path.slice(root === "/" ? 1 : root.length + 1);
    if (state.kind === "ours" && !options.check) {
      await host.removeFile(path);
      outcomes.push({ file, became: "removed" });
    } else {
      const names = { module: file, source: joinPath(dirname(file), state.banner.source) };
      const orphan = finding("build/no-source", firstLine(state.text), names);
      outcomes.push({ file, became: "refused", finding: orphan, text: state.text });
    }
  }
  return gather(outcomes);
}
