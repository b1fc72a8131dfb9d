/** Plan and side table of one file → the model of its module. Pure: what it needs of other files comes in. */
import type { Trigger } from "../../../runtime/model/index.ts";
import type { FileSide, JobSide, Plan, PlanCall, PlanJob, PlanTemplate } from "../../plan/types.ts";
import { carriedZones } from "../../zones/index.ts";
import { type Arities, callCode, importOf, referencesIn } from "./calls.ts";
import { byCodeUnit, type Imported, type ImportTable, importTable, moduleImports } from "./imports.ts";
import { hookSlots, type JobModel, type ModuleImport, type ModuleModel } from "./module-model.ts";
import { policyDifference } from "./policy-difference.ts";
import { sharedCalendars } from "./shared-calendars.ts";
import { sharedTriggers } from "./shared-triggers.ts";
import { taskInterface, type Use } from "./task-interface.ts";
import { templateModel, templatesIn } from "./template-model.ts";
import { receivedTypes, runtimeTypes, type TypeTable, typeImports, typeTable } from "./template-types.ts";

export interface Surroundings {
  /** How the module names its source. */
  readonly source: string;
  /** The package of the runtime. */
  readonly runtime: string;
  /** How the module writes the path of an import. */
  readonly specifier: (from: string) => string;
  readonly arities: Arities;
}

export function buildModel(plan: Plan, side: FileSide, around: Surroundings): ModuleModel {
  const table = importTable(side);
  const entries = entriesOf(plan, side);
  const templates = templatesIn(plan, side);
  const types = typeTable(
    side,
    templates.map((template) => template.plan),
    table,
  );
  const uses = [
    ...entries.flatMap(({ job }) => usesOf(job)),
    ...templates.flatMap((one) => usesOfTemplate(one.plan, types)),
  ];
  const ofAll = [...entries.map(({ job }) => job.trigger), ...templates.map((one) => one.plan.trigger)];
  const tasks = taskInterface(uses, table);
  const calendars = sharedCalendars(ofAll, plan.calendars);
  const triggers = sharedTriggers(entries);
  const namesByHash = new Map(triggers.map(({ hash, name }) => [hash, name]));
  const zones = carriedZones(ofAll);
  return {
    source: around.source,
    imports: [
      runtimeImport(around.runtime, [
        ...(calendars.length > 0 ? ["Calendar"] : []),
        ...new Set(templates.flatMap((one) => runtimeTypes(one.plan.params))),
        "Jobs",
        ...(tasks !== undefined && uses.some((use) => namesRun(use, table)) ? ["Run"] : []),
        "Schedule",
        "Scheduler",
        ...(templates.length > 0 ? ["Template"] : []),
        ...(triggers.length > 0 ? ["Trigger"] : []),
      ]),
      ...typeImports(types, around.specifier),
      ...moduleImports(usedImports(uses, table), around.specifier),
    ],
    jobs: entries.map(({ job, about }) => jobModel(job, about, { table, arities: around.arities, namesByHash })),
    templates: templates.map((one) => templateModel(one, table, types, around.arities)),
    calendars,
    triggers,
    ...(zones && { zones }),
    ...(tasks && { tasks }),
  };
}

/** The jobs of a file in source order, each with what stands beside the plan. */
export function entriesOf(plan: Plan, side: FileSide): { job: PlanJob; about: JobSide }[] {
  const byId = jobsById.get(plan) ?? new Map(plan.jobs.map((job) => [job.id, job]));
  jobsById.set(plan, byId);
  return side.jobs.flatMap((about) => {
    const job = byId.get(about.id);
    return job === undefined ? [] : [{ job, about }];
  });
}

/** A plan never changes and is asked for each of its files. */
const jobsById = new WeakMap<Plan, ReadonlyMap<string, PlanJob>>();

/** Every call of a job in the order in which the module writes them. */
export function usesOf(job: PlanJob): Use[] {
  const hooks = hookSlots.flatMap((slot): Use[] => {
    const call = job.policy[slot];
    return call === undefined ? [] : [{ call, as: slot === "when" || slot === "unless" ? "guard" : "task" }];
  });
  const customs = customsOf(job.trigger).map((call): Use => ({ call, as: "trigger" }));
  return [...customs, { call: job, as: "task" }, ...hooks];
}

function usesOfTemplate(template: PlanTemplate, types: TypeTable): Use[] {
  const parameters = receivedTypes(template.params, types);
  return usesOf(template).map((use) => ({ ...use, parameters }));
}

/** The custom triggers of a trigger in order; a union may hold several. */
function customsOf(trigger: Trigger): PlanCall[] {
  const members = trigger.kind === "union" ? trigger.of : [trigger];
  return members.filter((member) => member.kind === "custom");
}

interface JobSurroundings {
  readonly table: ImportTable;
  readonly arities: Arities;
  /** The names of shared triggers. */
  readonly namesByHash: ReadonlyMap<string, string>;
}

function jobModel(job: PlanJob, about: JobSide, { table, arities, namesByHash }: JobSurroundings): JobModel {
  const policy = policyDifference(job.policy);
  const shared = namesByHash.get(job.triggerHash);
  return {
    id: job.id,
    ...(about.doc !== undefined && about.doc.trim() !== "" && { doc: about.doc }),
    ...(job.name !== job.id && { name: job.name }),
    says: about.says,
    trigger: job.trigger,
    ...(shared !== undefined && { shared }),
    nexts: customsOf(job.trigger).map((call) => callCode(call, "after", table, arities)),
    ...(policy && { policy }),
    run: callCode(job, "run", table, arities),
    hooks: hookSlots.flatMap((slot) => {
      const call = job.policy[slot];
      return call === undefined ? [] : [{ slot, call: callCode(call, "run", table, arities) }];
    }),
  };
}

function usedImports(uses: readonly Use[], table: ImportTable): Imported[] {
  const paths = uses.flatMap(({ call }) => [call.task, ...call.args.flatMap(referencesIn)]);
  return [...new Set(paths.flatMap((path) => importOf(path, table)?.imported ?? []))];
}

function namesRun({ call, as }: Use, table: ImportTable): boolean {
  return as !== "trigger" && importOf(call.task, table) === undefined;
}

function runtimeImport(from: string, names: readonly string[]): ModuleImport {
  const sorted = [...names].sort(byCodeUnit);
  return { from, typeOnly: true, names: sorted.map((name) => ({ name, local: name })) };
}
