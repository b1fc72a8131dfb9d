/** A job as the scheduler holds it, whether a generated module or a call brought it: checked, complete, bound to its tasks. */
import {
  type CarriedZones,
  defaultPolicy,
  type JobSpec,
  type Policy,
  type Run,
  SchedcError,
  type Schedule,
  type ScheduledJob,
  type Trigger,
} from "../model/index.ts";
import { carryZones } from "../trigger/index.ts";
import { checkPolicy } from "./policy-check.ts";
import type { JobRecord } from "./store.ts";
import type { Values } from "./template-value.ts";
import { readTrigger, type Timing } from "./timing.ts";

export interface Definition extends Timing {
  readonly id: string;
  readonly name: string;
  readonly trigger: Trigger;
  /** The zones of its module. */
  readonly carried?: CarriedZones;
  readonly policy: Policy;
  readonly run: (run: Run) => unknown;
  readonly when?: (run: Run) => unknown;
  readonly unless?: (run: Run) => unknown;
  readonly onFailure?: (run: Run) => unknown;
  readonly onSuccess?: (run: Run) => unknown;
  readonly onMissed?: (run: Run) => unknown;
  /** Of a job that an app made from a template: what it was made of, as the store keeps it. */
  readonly template?: NonNullable<JobRecord["template"]> & { readonly values: Values };
}

/** The shapes of generated modules that this runtime reads. */
const KNOWN_VERSION = 1;

/** Told of a custom trigger that gave no sensible answer and stopped for it. */
export type TriggerReport = (job: string, error: unknown) => void;

export function defineModule<Id extends string, Tasks>(
  schedule: Schedule<Id, Tasks>,
  tasks: Tasks | undefined,
  report: TriggerReport,
): Definition[] {
  if (schedule.version !== KNOWN_VERSION) {
    throw new SchedcError(
      `${schedule.source} was built by a newer schedc (version ${schedule.version} of the module, this runtime ` +
        `reads version ${KNOWN_VERSION}): update the runtime, or build the file with the schedc that belongs to it.`,
      { code: "schedule/newer-version" },
    );
  }
  refuseMissingTasks(schedule, tasks);
  if (schedule.zones !== undefined) carryZones(schedule.zones);
  const given = tasks as Tasks;
  return (Object.entries(schedule.jobs) as [Id, ScheduledJob<Tasks>][]).map(([id, job]) =>
    complete(id, { ...job, zones: schedule.zones }, report, (task) => (run) => task(run, given)),
  );
}

export function defineJob(spec: JobSpec, report: TriggerReport): Definition {
  const policy = spec.onDuplicate === undefined ? spec.policy : { ...spec.policy, onDuplicate: spec.onDuplicate };
  return complete(spec.id, { ...spec, policy: policy ?? {} }, report, (task) => task);
}

type Hook = "when" | "unless" | "onFailure" | "onSuccess" | "onMissed";
type Job<T> = Pick<ScheduledJob<unknown>, "name" | "trigger" | "policy"> & {
  readonly run: T;
  readonly zones?: CarriedZones | undefined;
} & {
  readonly [H in Hook]?: T | undefined;
};

export function complete<T>(
  id: string,
  job: Job<T>,
  tell: TriggerReport,
  bind: (task: T) => (run: Run) => unknown,
): Definition {
  if (typeof id !== "string" || id === "") throw new SchedcError("A job needs an id.", { code: "job/no-id" });
  if (typeof job.run !== "function") {
    throw new SchedcError(`The job ${id} has no function to run.`, { code: "job/no-run" });
  }
  const timing = readTrigger(id, job.trigger, (error) => tell(id, error));
  const policy = job.policy === undefined ? defaultPolicy : checkPolicy(id, { ...defaultPolicy, ...job.policy });
  const hooks: { [H in Hook]?: (run: Run) => unknown } = {};
  for (const hook of ["when", "unless", "onFailure", "onSuccess", "onMissed"] as const) {
    const task = job[hook];
    if (task !== undefined) hooks[hook] = bind(task);
  }
  return {
    id,
    name: job.name ?? id,
    trigger: job.trigger,
    ...timing,
    ...(job.zones !== undefined && { carried: job.zones }),
    policy,
    run: bind(job.run),
    ...hooks,
  };
}

function refuseMissingTasks<Tasks>({ source, tasks = [] }: Schedule<string, Tasks>, given?: Tasks): void {
  const missing = tasks.filter((path) => typeof memberOf(given, path) !== "function");
  if (missing.length === 0) return;
  throw new SchedcError(
    `${source} needs ${missing.length === 1 ? "a task" : "tasks"} that register was not given: ${missing.join(", ")}. ` +
      "Pass them as functions in its second argument.",
    { code: "schedule/missing-task" },
  );
}

/** What stands at a path with dots; undefined where the way there ends. */
function memberOf(tasks: unknown, path: string): unknown {
  return path.split(".").reduce((at, name) => (at as Readonly<Record<string, unknown>> | undefined)?.[name], tasks);
}
