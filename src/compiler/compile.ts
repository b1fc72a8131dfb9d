/**
 * From texts to modules.
 *
 *   files ──1──► trees ──2──► findings ──3──► plan ──4──► findings ──5──► what is shown ──6──► modules
 *           parse       check        lower      analyze         suppress             emit
 *
 * 1 parse     each text becomes a tree, a broken statement missing from it
 * 2 check     what trees show, each alone and all together; what cron expressions show; the files of calendars are read
 * 3 lower     jobs without an error become triggers and policies with everything explicit
 * 4 analyze   what needs fire times: never, DST, delays, crowds; where imports lead, and whether calls fit their tasks' types
 * 5 suppress  comments that silence a warning, then the config's severities, then its limit
 * 6 emit      one module a file; `check` stops before it, and an error anywhere stops `compile`
 */
import { capFindings, type Diagnostic, defaultLimits, type Finding, type ImportNode, suppress } from "../dsl/index.ts";
import { analyzeFile, analyzeTogether } from "./analyze/index.ts";
import { readIncludes } from "./calendars/index.ts";
import { withSeverities } from "./config/severities.ts";
import type { Config } from "./config/types.ts";
import { emitModule, importFindings, modulePath } from "./emit/index.ts";
import type { CompilerHost } from "./host.ts";
import { inFile } from "./in-file.ts";
import { createMemoryHost } from "./memory-host.ts";
import { type BuiltPlan, buildPlan, buildView, type Plan, type Source } from "./plan/index.ts";
import { isModule, readFiles } from "./read-files.ts";
import { createTypeSession, type TypeFacts, type TypeSession } from "./types/index.ts";

/** The same for `check` and `compile`. Nothing is read from anywhere else, no clock and no environment. */
export interface CompileInput {
  /**
   * Name → text: `.sched` files, `.ics` files that their calendars include, and modules of TypeScript or JavaScript that hold
   * tasks. Findings, the plan and modules call a file by its name here.
   */
  readonly files: Readonly<Record<string, string>>;
  /** Where the names start, absolute; imports of tasks are sought from there. */
  readonly root?: string;
  readonly config?: Config;
  /** What else a build may read: the modules that hold tasks, a tsconfig, a Prettier config. */
  readonly host?: CompilerHost;
  /** Keeps what is known of tasks' types for the next call; an editor passes the same one each time. */
  readonly types?: TypeSession;
  /** Epoch milliseconds. Given, what lies before it is past; without it nothing is, for no clock is read. */
  readonly now?: number;
}

/** What `check` answers. */
export interface Checked {
  /** By file in the order given, then by place. */
  readonly diagnostics: readonly Diagnostic[];
  /** Of all files together; jobs with an error are missing from it. */
  readonly plan: Plan;
}

/** What `compile` answers. */
export interface Compiled extends Checked {
  /** `jobs.sched.ts` → code; empty where there is an error. */
  readonly modules: Readonly<Record<string, string>>;
}

/** Findings and plan, without a module; loads no Prettier, and ts-morph only where a file imports tasks. */
export async function check(input: CompileInput): Promise<Checked> {
  const { diagnostics, built } = await analyzed(input);
  return { diagnostics, plan: built.plan };
}

/** Everything: findings, the plan of all files together, and a module for each file when there is no error. */
export async function compile(input: CompileInput): Promise<Compiled> {
  const { diagnostics, built, types } = await analyzed(input);
  const { plan } = built;
  if (diagnostics.some(({ severity }) => severity === "error")) return { diagnostics, plan, modules: {} };
  const host = input.host ?? createMemoryHost(input.files, input.root);
  const options = {
    host,
    types,
    ...(input.root && { root: input.root }),
    ...(input.config && { config: input.config }),
  };
  const modules: Record<string, string> = {};
  for (const { side } of built.files) modules[modulePath(side.file)] = await emitModule(plan, side, options);
  return { diagnostics, plan, modules };
}

/** What the phases before emission know, for tools that go their own way from here. */
export interface Analyzed {
  readonly diagnostics: readonly Diagnostic[];
  readonly built: BuiltPlan;
  readonly sources: readonly Source[];
  /** By file; empty where nobody asked. */
  readonly types: ReadonlyMap<string, TypeFacts>;
}

/** Phases 1 to 5; without `tasks` no call is held against its types, which takes a second. */
export async function analyzed(
  { files, config = {}, now, root, host, types }: CompileInput,
  { tasks = true }: { readonly tasks?: boolean } = {},
): Promise<Analyzed> {
  const options = now === undefined ? {} : { now };
  const limits = { host: host ?? createMemoryHost(files, root), config, ...(root && { root }) };
  const { sources, plain } = await readFiles(files, config);
  const includes = await readIncludes(sources, limits);
  const built = buildPlan(sources, buildView(sources, config.timezone ?? "UTC", plain, includes.included));
  const together = analyzeTogether(built.files, options);
  const places = await Promise.all(built.files.map(({ side }) => importFindings(side, limits)));
  const typed = tasks ? await taskFacts() : new Map<string, TypeFacts>();
  const diagnostics = sources.flatMap((source, i) => {
    const lowered = built.files[i];
    const blocked = places[i] ?? [];
    const later = lowered ? [...lowered.findings, ...analyzeFile(lowered, options), ...blocked] : [];
    const crowd = together.filter(({ file }) => file === source.name);
    const unread = includes.findings.get(source.name) ?? [];
    const ofTasks = typed.get(source.name)?.findings ?? [];
    return shown(source, [...unblocked(source.findings, blocked), ...unread, ...later, ...crowd, ...ofTasks], config);
  });
  return { diagnostics, built, sources, types: typed };

  /** Modules that nobody gave are not missing where there is no disk to look at. */
  async function taskFacts(): Promise<ReadonlyMap<string, TypeFacts>> {
    const modules = Object.fromEntries(Object.entries(files).filter(([name]) => isModule(name)));
    const read = sources.map(({ name, text, file }, i) => {
      const blocked = new Set((places[i] ?? []).map(({ span }) => span.start));
      return { name, text, file, blocked: ({ from }: ImportNode) => blocked.has(from.span.start) };
    });
    const { required = false, folders } = config.imports ?? {};
    const around = { host: limits.host, root: root ?? "", modules, complete: host !== undefined };
    const wanted = { required, ...(folders && { folders }) };
    return await (types ?? createTypeSession()).check(read, { ...around, ...wanted });
  }
}

/** Without files that are missing because their import leads where none may lead: one mistake is one finding. */
function unblocked(findings: readonly Finding[], blocked: readonly Finding[]): readonly Finding[] {
  const places = new Set(blocked.map(({ span }) => span.start));
  return findings.filter(({ code, span }) => code !== "name/unknown-file" || !places.has(span.start));
}

/** What remains of a file's findings: not silenced, of the severity that the config gives, and no more than its limit. */
function shown(source: Source, findings: readonly Finding[], config: Config): readonly Diagnostic[] {
  const kept = withSeverities(suppress(findings, source.file, source.text), config);
  const capped = capFindings(kept, { ...defaultLimits, ...config.limits }, source.file.span);
  return capped.map((found) => inFile(source.name, found));
}
