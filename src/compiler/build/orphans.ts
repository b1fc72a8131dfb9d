/** Modules whose source is gone. */
import { finding } from "../../dsl/index.ts";
import { sourceNames } from "../emit/index.ts";
import type { CompilerHost } from "../host.ts";
import { dirname, joinPath } from "../paths.ts";
import { type BuildOptions, type BuildResult, gather, type Outcome } from "./build.ts";
import { moduleState } from "./module-state.ts";
import { planPath, planState } from "./plan-file.ts";
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
    const sources = sourceNames(state.banner).map((name) => host.readFile(joinPath(dirname(path), name)));
    if ((await Promise.all(sources)).some((source) => source !== undefined)) continue;
    const file = root === "" ? path : path.slice(root === "/" ? 1 : root.length + 1);
    if (state.kind === "ours" && !options.check) {
      for (const made of [path, ...(await planBeside(path, host))]) {
        await host.removeFile(made);
        outcomes.push({ file: made === path ? file : planPath(file), became: "removed" });
      }
    } else {
      const names = { module: file, source: joinPath(dirname(file), state.banner.source) };
      const orphan = finding("build/no-source", firstLine(state.text), names);
      outcomes.push({ file, became: "refused", finding: orphan, text: state.text });
    }
  }
  return gather(outcomes);
}

/** The plan that was made with a module, where it is as it was written. */
async function planBeside(module: string, host: CompilerHost): Promise<readonly string[]> {
  const path = planPath(module);
  return planState(await host.readFile(path)).kind === "ours" ? [path] : [];
}
