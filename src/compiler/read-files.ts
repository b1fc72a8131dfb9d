/** Texts as trees with what the parser, the checks and the cron reader say about them. */
import {
  check,
  checkAll,
  defaultLimits,
  type FileNode,
  type Finding,
  jobsOf,
  type Limits,
  parse,
  type TriggerNode,
  templatesOf,
  triggersOf,
} from "../dsl/index.ts";
import type { Config } from "./config/types.ts";
import { cronFindings, openPlainReader, type PlainReader } from "./cron/index.ts";
import type { Source } from "./plan/index.ts";
import { useCarriedZones, zoneNames } from "./zones/index.ts";

let opened: Promise<PlainReader> | undefined;

/** Loaded once, and only for files that have an expression. */
async function readerFor(triggers: readonly TriggerNode[]): Promise<PlainReader> {
  if (triggers.every(({ kind }) => kind !== "cron")) return () => undefined;
  opened ??= openPlainReader();
  return await opened;
}

/** Whether a file holds tasks rather than schedules. */
export function isModule(name: string): boolean {
  return /\.(?:[cm]?[jt]s|[jt]sx|json)$/.test(name);
}

/** Everything that later phases need of the texts. */
export interface ReadFiles {
  /** In the order given; the order has no part in what is found. */
  readonly sources: readonly Source[];
  readonly plain: PlainReader;
}

export async function readFiles(files: Readonly<Record<string, string>>, config: Config): Promise<ReadFiles> {
  useCarriedZones();
  // Findings are counted once, when all of them are known.
  const limits: Limits = { ...defaultLimits, ...config.limits, findings: Number.MAX_SAFE_INTEGER };
  const sched = Object.entries(files).filter(([name]) => !/\.ics$/i.test(name) && !isModule(name));
  const read = sched.map(([name, text]) => ({ name, text, ...parse(text, limits) }));
  const build = read
    .map(({ name, file, findings }) => ({ name, file, broken: findings.map(({ span }) => span) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const together = checkAll(build);
  const trees = new Map(read.map(({ name, file }) => [name, file]));
  const plain = await readerFor(read.flatMap(({ file }) => triggersIn(file)));
  const sources = read.map(({ name, text, file, findings: broken }) => {
    const alone = check(file, text, {
      zones: zoneNames,
      limits,
      broken: broken.map(({ span }) => span),
      name,
      files: (other) => trees.get(other),
      ...(config.timezone !== undefined && { defaultZone: config.timezone }),
    });
    const findings = [...broken, ...alone, ...(together.get(name) ?? []), ...cronOf(file, plain)];
    return { name, text, file, findings: findings.sort((a, b) => a.span.start - b.span.start) };
  });
  return { sources, plain };
}

function triggersIn(file: FileNode): readonly TriggerNode[] {
  return [...jobsOf(file), ...templatesOf(file)].flatMap(({ job }) => triggersOf(job));
}

/** Also for jobs with other errors: an expression is right or wrong by itself. */
function cronOf(file: FileNode, plain: PlainReader): readonly Finding[] {
  return triggersIn(file).flatMap((trigger) => (trigger.kind === "cron" ? cronFindings(trigger, plain) : []));
}
