/** Texts as trees with what the parser, the checks and the cron reader say about them. */
import {
  check,
  defaultLimits,
  type FileNode,
  type Finding,
  jobsOf,
  type Limits,
  parse,
  triggersOf,
} from "../dsl/index.ts";
import type { Config } from "./config/types.ts";
import { cronFindings, openPlainReader, type PlainReader } from "./cron/index.ts";
import type { Source } from "./plan/index.ts";
import { zoneNames } from "./zones/zone-names.ts";

let reader: Promise<PlainReader> | undefined;

/** Loaded once, at the first expression. */
export function theReader(): Promise<PlainReader> {
  reader ??= openPlainReader();
  return reader;
}

/** In the order given. */
export async function readFiles(files: Readonly<Record<string, string>>, config: Config): Promise<readonly Source[]> {
  const limits: Limits = { ...defaultLimits, ...config.limits };
  const plain = await theReader();
  return Object.entries(files).map(([name, text]) => readFile(name, text, limits, config, plain));
}

function readFile(name: string, text: string, limits: Limits, config: Config, plain: PlainReader): Source {
  const { file, findings: broken } = parse(text, limits);
  const checked = check(file, text, {
    zones: zoneNames,
    limits,
    broken: broken.map(({ span }) => span),
    ...(config.timezone !== undefined && { defaultZone: config.timezone }),
  });
  const findings = [...broken, ...checked, ...cronOf(file, plain)];
  return { name, text, file, findings: findings.sort((a, b) => a.span.start - b.span.start) };
}

function cronOf(file: FileNode, plain: PlainReader): readonly Finding[] {
  const triggers = jobsOf(file).flatMap(({ job }) => triggersOf(job));
  return triggers.flatMap((trigger) => (trigger.kind === "cron" ? cronFindings(trigger, plain) : []));
}
