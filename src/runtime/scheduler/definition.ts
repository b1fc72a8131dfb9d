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
import { memberOf } from "./member.ts";
import { checkPolicy } from "./policy-check.ts";
import type { JobRecord } from "./store.ts";
import type { Values } from "./template-value.ts";
import { createTriggerReader, type ReadTrigger, type Timing } from "./timing.ts";

type Call = (run: Run) => unknown;

export interface Definition extends Timing {
  readonly id: string;
  readonly name: string;
  readonly trigger: Trigger;
  /** The zones of its module. */
  readonly carried: CarriedZones | undefined;
  readonly policy: Policy;
  readonly run: Call;
  readonly when: Call | undefined;
  readonly unless: Call | undefined;
  readonly onFailure: Call | undefined;
  readonly onSuccess: Call | undefined;
  readonly onMissed: Call | undefined;
  /** Of a job that an app made from a template: what it was made of, as the store keeps it. */
  readonly template: (NonNullable<JobRecord["template"]> & { readonly values: Values }) | undefined;
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
  const source = createSource<(run: Run, tasks: Tasks) => unknown>(
    schedule.zones,
    report,
    (task) => (run) => task(run, given),
  );
  return (Object.entries(schedule.jobs) as [Id, ScheduledJob<Tasks>][]).map(([id, job]) => complete(id, job, source));
}

export function defineJob(spec: JobSpec, report: TriggerReport): Definition {
  const policy = spec.onDuplicate === undefined ? spec.policy : { ...spec.policy, onDuplicate: spec.onDuplicate };
  return complete(
    spec.id,
    { ...spec, policy },
    createSource<Call>(undefined, report, (task) => task),
  );
}

const HOOKS = ["when", "unless", "onFailure", "onSuccess", "onMissed"] as const;
type Hook = (typeof HOOKS)[number];
type Spec<T> = Pick<ScheduledJob<unknown>, "name" | "trigger"> & {
  readonly run: T;
  readonly policy?: Partial<Policy> | undefined;
} & {
  readonly [H in Hook]?: T | undefined;
};

/** What the jobs of a module have in common. */
export interface Source<T> {
  readonly carried: CarriedZones | undefined;
  readonly read: ReadTrigger;
  /** By what a job says of it, which those of a built module share, the whole policy, checked. */
  readonly policies: Map<Spec<T>["policy"], Policy>;
  readonly report: TriggerReport;
  readonly bind: (task: T) => Call;
}

export function createSource<T>(
  carried: CarriedZones | undefined,
  report: TriggerReport,
  bind: (task: T) => Call,
): Source<T> {
  return { carried, read: createTriggerReader(), policies: new Map([[undefined, defaultPolicy]]), report, bind };
}

export function complete<T>(
  id: string,
  spec: Spec<T>,
  source: Source<T>,
  template?: Definition["template"],
): Definition {
  if (typeof id !== "string" || id === "") throw new SchedcError("A job needs an id.", { code: "job/no-id" });
  // A store writes UTF-8, in which all halves of signs are one: two jobs would share what is kept.
  if (!id.isWellFormed()) {
    throw new SchedcError(`The id ${JSON.stringify(id)} is no text that can be written down.`, { code: "job/no-id" });
  }
  if (typeof spec.run !== "function") {
    throw new SchedcError(`The job ${id} has no function to run.`, { code: "job/no-run" });
  }
  const timing = source.read(id, spec.trigger, (error) => source.report(id, error));
  const policy = source.policies.get(spec.policy) ?? checkPolicy(id, { ...defaultPolicy, ...spec.policy });
  source.policies.set(spec.policy, policy);
  return new CompleteJob(id, spec, source, timing, policy, template);
}

/** The same job under another policy. */
export function underPolicy(definition: Definition, policy: Policy): Definition {
  return Object.create(definition, { policy: { value: policy } });
}

/** What it says is looked up in its module: of many jobs, each holds little of its own. */
class CompleteJob<T> implements Definition {
  readonly id: string;
  readonly policy: Policy;
  readonly template: Definition["template"];
  readonly spec: Spec<T>;
  readonly source: Source<T>;
  readonly timing: Timing;
  /** Most jobs have no guards and no hooks; they are asked for at each fire. */
  readonly isBare: boolean;

  constructor(
    id: string,
    spec: Spec<T>,
    source: Source<T>,
    timing: Timing,
    policy: Policy,
    template: Definition["template"],
  ) {
    this.id = id;
    this.policy = policy;
    this.template = template;
    this.spec = spec;
    this.source = source;
    this.timing = timing;
    this.isBare = HOOKS.every((hook) => spec[hook] === undefined);
  }

  get name(): string {
    return this.spec.name ?? this.id;
  }
  get trigger(): Trigger {
    return this.spec.trigger;
  }
  get triggerHash(): string {
    return this.timing.triggerHash;
  }
  get parts(): Timing["parts"] {
    return this.timing.parts;
  }
  get timed(): Timing["timed"] {
    return this.timing.timed;
  }
  get completion(): Timing["completion"] {
    return this.timing.completion;
  }
  get carried(): CarriedZones | undefined {
    return this.source.carried;
  }
  get run(): Call {
    return this.source.bind(this.spec.run);
  }
  get when(): Call | undefined {
    return this.hook("when");
  }
  get unless(): Call | undefined {
    return this.hook("unless");
  }
  get onFailure(): Call | undefined {
    return this.hook("onFailure");
  }
  get onSuccess(): Call | undefined {
    return this.hook("onSuccess");
  }
  get onMissed(): Call | undefined {
    return this.hook("onMissed");
  }
  hook(name: Hook): Call | undefined {
    const task = this.isBare ? undefined : this.spec[name];
    return task === undefined ? undefined : this.source.bind(task);
  }
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
