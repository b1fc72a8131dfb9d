/** `schedc run`: a file's jobs executed from the plan, on the real clock or on a virtual one. */
import { type FileSide, tooling } from "../../compiler/index.ts";
import type { Trigger } from "../../runtime/index.ts";
import { SchedcError } from "../../runtime/model/index.ts";
import { analyzeProject } from "../analyze-project.ts";
import { exitCode } from "../exit-code.ts";
import { loadModule } from "../node-module.ts";
import type { Call } from "../options.ts";
import type { Code, Modules } from "../plan-calls.ts";
import { planSchedule } from "../plan-schedule.ts";
import { inputName, openProject, type Project } from "../project.ts";
import { reportAbove, shownFindings } from "../report.ts";
import { serve } from "../service.ts";
import { playSimulation } from "../simulation.ts";

export async function run(call: Call): Promise<number> {
  const { options, paths } = call;
  const project = await openProject(call);
  const names = Object.keys(project.files);
  if (names.length !== 1)
    throw new SchedcError(`run takes one file, and ${paths.join(" ")} are ${names.length}`, { code: "cli/run" });
  const simulated = options.simulate !== undefined;
  // A simulation calls no task, and so need not know their types.
  const { diagnostics: found, plan, files, types } = await analyzeProject(project, { tasks: !simulated });
  reportAbove(shownFindings(found, project.texts, project.shown), call);
  const side = files[0]?.side;
  if (!side || found.some(({ severity }) => severity === "error")) return exitCode.findings;
  const needsCode = !simulated || plan.jobs.some(({ trigger }) => isCustom(trigger));
  const code = needsCode ? await loadCode(side, project, call) : { modules: new Map(), tasks: {} };
  const handsContext = types.get(side.file)?.handsContext;
  const schedule = planSchedule(
    plan,
    side,
    { ...code, ...(handsContext && { handsContext }) },
    simulated ? "played" : "run",
  );
  if (simulated) await playSimulation(schedule, call);
  else await serve(schedule, call);
  return exitCode.clean;
}

function isCustom(trigger: Trigger): boolean {
  return trigger.kind === "custom" || (trigger.kind === "union" && trigger.of.some(isCustom));
}

async function loadCode(side: FileSide, project: Project, { options, terminal }: Call): Promise<Code> {
  const { tasks } = options;
  return {
    modules: await importedModules(side, project),
    tasks: typeof tasks === "string" ? await loadTasks(tooling.joinPath(terminal.cwd, tasks)) : {},
  };
}

/** The modules that a file imports tasks from, by the path it writes. */
async function importedModules(side: FileSide, { root, host }: Project): Promise<Modules> {
  const modules = new Map<string, Readonly<Record<string, unknown>>>();
  const folder = side.file === inputName ? root : tooling.dirname(tooling.joinPath(root, side.file));
  for (const { from, typeOnly } of side.imports) {
    if (typeOnly || from.endsWith(".sched") || modules.has(from)) continue;
    const path = tooling.isRelative(from) ? await tooling.findImport(from, folder, host) : from;
    if (path === undefined) throw new SchedcError(`there is no module ${from}`, { code: "cli/no-module" });
    modules.set(from, await loadModule(path, folder));
  }
  return modules;
}

/** What a module exports by name, and what its default export holds. */
async function loadTasks(path: string): Promise<Readonly<Record<string, unknown>>> {
  const { default: main, ...named } = await loadModule(path, path);
  return { ...(typeof main === "object" && main !== null ? main : {}), ...named };
}
