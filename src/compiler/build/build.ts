/** Modules of a plan, brought onto the disk: written where they changed, never over what is not ours. */
import { type Diagnostic, type Finding, finding } from "../../dsl/index.ts";
import type { Config } from "../config/types.ts";
import { draftModule, type EmitOptions, finishModule, isCurrent, isWithin, modulePath } from "../emit/index.ts";
import type { CompilerHost } from "../host.ts";
import { inFile } from "../in-file.ts";
import { dirname, joinPath } from "../paths.ts";
import type { FileSide, Plan } from "../plan/types.ts";
import { moduleState } from "./module-state.ts";
import { planFile, planPath, planState } from "./plan-file.ts";
import { sameNames } from "./same-name.ts";
import { firstLine, staleFinding } from "./stale.ts";
import { zoneChange } from "./zone-change.ts";

export interface BuildOptions {
  readonly host: CompilerHost;
  readonly root: string;
  readonly config?: Config;
  /** What is known of the calls of each file from their types. */
  readonly types?: NonNullable<EmitOptions["types"]>;
  /** Write nothing: what a build would change is a finding. */
  readonly check?: boolean;
  /** Also write the plan of each file. */
  readonly plan?: boolean;
  /** Where modules go, relative to the root; beside their sources unless told. */
  readonly outDir?: string;
}

export interface BuildResult {
  readonly diagnostics: readonly Diagnostic[];
  /** Text of the modules that findings speak of, by name. */
  readonly texts: Readonly<Record<string, string>>;
  readonly written: readonly string[];
  readonly unchanged: readonly string[];
  readonly removed: readonly string[];
}

/** What became of one file. */
export interface Outcome {
  readonly file: string;
  readonly became: "written" | "unchanged" | "removed" | "refused" | "warned";
  readonly finding?: Finding;
  /** Beside it, or alone. */
  readonly warning?: Finding;
  /** What the finding speaks of. */
  readonly text?: string;
}

/** Every module of the plan, one after the other, in the order of the sides. */
export async function buildModules(
  plan: Plan,
  sides: readonly FileSide[],
  options: BuildOptions,
): Promise<BuildResult> {
  const outcomes: Outcome[] = [];
  const alike = sameNames(sides, options.config);
  for (const side of sides) {
    outcomes.push(await buildModule(plan, side, options));
    const told = alike.get(side.file);
    if (told !== undefined) outcomes.push({ file: side.file, became: "warned", warning: told });
    if (options.plan) outcomes.push(await buildPlanFile(plan, side.file, options));
  }
  return gather(outcomes);
}

export function gather(outcomes: readonly Outcome[]): BuildResult {
  const named = (became: Outcome["became"]): string[] =>
    outcomes.filter((outcome) => outcome.became === became).map(({ file }) => file);
  return {
    diagnostics: outcomes.flatMap(({ file, finding: found, warning }) =>
      [found, warning].flatMap((one) => (one ? [inFile(file, one)] : [])),
    ),
    texts: Object.fromEntries(outcomes.flatMap(({ file, text }) => (text === undefined ? [] : [[file, text]]))),
    written: named("written"),
    unchanged: named("unchanged"),
    removed: named("removed"),
  };
}

async function buildModule(plan: Plan, side: FileSide, options: BuildOptions): Promise<Outcome> {
  const { host, root } = options;
  const file = placed(modulePath(side.file), options);
  const names = { module: file, source: side.file };
  const outside = await outsidePath(side.file, options);
  if (outside !== undefined)
    return refused(file, undefined, finding("build/outside", { start: 0, end: 0 }, { path: outside }));
  const state = moduleState(await host.readFile(joinPath(root, file)));
  if (state.kind === "foreign" || state.kind === "edited") return notOurs(file, side.file, state.kind, state.text);
  const draft = await draftModule(plan, side, { ...options, module: file });
  if (state.kind === "ours" && isCurrent(draft, state.text)) return { file, became: "unchanged" };
  const wanted = await finishModule(draft);
  if (state.kind === "ours" && state.text === wanted) return { file, became: "unchanged" };
  const jobs = plan.jobs.filter(({ source }) => source === side.file);
  const change = state.kind === "ours" ? zoneChange(file, state.text, jobs, options.config) : undefined;
  const warned = change && { warning: change };
  if (!options.check) return { ...(await write(file, wanted, options)), ...(warned && { ...warned, text: wanted }) };
  if (state.kind === "missing") return refused(file, undefined, finding("build/missing", { start: 0, end: 0 }, names));
  return { ...refused(file, state.text, staleFinding(file, side.file, state.text, wanted)), ...warned };
}

async function buildPlanFile(plan: Plan, source: string, options: BuildOptions): Promise<Outcome> {
  const file = planPath(placed(modulePath(source), options));
  const wanted = planFile(plan, source, file);
  const state = planState(await options.host.readFile(joinPath(options.root, file)));
  if (state.kind === "foreign" || state.kind === "edited") return notOurs(file, source, state.kind, state.text);
  if (state.kind === "ours" && state.text.replaceAll("\r\n", "\n") === wanted) return { file, became: "unchanged" };
  if (!options.check) return await write(file, wanted, options);
  if (state.kind === "missing")
    return refused(file, undefined, finding("build/missing", { start: 0, end: 0 }, { module: file, source }));
  return refused(file, state.text, staleFinding(file, source, state.text, wanted));
}

/** What someone else wrote, or changed, is theirs to remove. */
function notOurs(file: string, source: string, kind: "foreign" | "edited", text: string): Outcome {
  const code = kind === "foreign" ? "build/not-ours" : "build/edited";
  return refused(file, text, finding(code, firstLine(text), { module: file, source }));
}

async function write(file: string, text: string, options: BuildOptions): Promise<Outcome> {
  const path = await outsidePath(file, options);
  if (path !== undefined) return refused(file, undefined, finding("build/outside", { start: 0, end: 0 }, { path }));
  await options.host.writeFile(joinPath(options.root, file), text);
  return { file, became: "written" };
}

function refused(file: string, text: string | undefined, found: Finding): Outcome {
  return { file, became: "refused", finding: found, ...(text !== undefined && { text }) };
}

/** The first folder of a path that a symbolic link leads out of the root, or the file itself. */
async function outsidePath(file: string, { host, root }: BuildOptions): Promise<string | undefined> {
  const real = await host.realPath(root);
  for (let path = file; path !== "" && path !== "."; path = dirname(path)) {
    // What is not there yet is its own real path, below a folder that is looked at next.
    const whole = joinPath(root, path);
    const target = await host.realPath(whole);
    if (target !== whole && !isWithin(target, real)) return path;
    if (path === dirname(path)) break;
  }
  return undefined;
}

function placed(file: string, { outDir }: BuildOptions): string {
  return outDir === undefined ? file : joinPath(outDir, file);
}
