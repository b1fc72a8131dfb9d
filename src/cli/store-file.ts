/** The store that a command of operation is told of, seen from beside the service that runs with it. */
import { nearest, printable } from "../dsl/index.ts";
import { SchedcError } from "../runtime/model/index.ts";
import { type AskResult, type JobView, type Operator, openOperator } from "../runtime/store/index.ts";
import { exitCode } from "./exit-code.ts";
import { zoneOfTrigger } from "./fires-of-job.ts";
import type { Call } from "./options.ts";
import { json } from "./report.ts";
import { storePath } from "./store-path.ts";

export function operatorOf(call: Call): Operator {
  return openOperator({ file: storePath(call) });
}

/** Of the jobs of a store those that are named; all of them where none is. */
export function jobsNamed(jobs: readonly JobView[], ids: readonly string[]): readonly JobView[] {
  if (ids.length === 0) return jobs;
  const known = new Map(jobs.map((job) => [job.id, job]));
  return ids.map((id) => known.get(id) ?? unknownJob(id, [...known.keys()]));
}

function unknownJob(id: string, known: readonly string[]): never {
  const near = nearest(id, known);
  const rather =
    near === undefined
      ? `it knows ${known.map((one) => printable(one)).join(", ") || "none"}`
      : `did you mean ${near}?`;
  throw new SchedcError(`the store knows no job ${id}; ${rather}`, { code: "cli/no-job" });
}

/** Whose clock a job is read on. */
export function zoneOfJob({ trigger }: Pick<JobView, "trigger">): string {
  return (trigger && zoneOfTrigger(trigger)) ?? "UTC";
}

/** The service that a call is about, and the jobs of it that it names. */
export interface Named {
  readonly operator: Operator;
  readonly jobs: readonly JobView[];
}

export async function openNamed(call: Call): Promise<Named> {
  const operator = operatorOf(call);
  return { operator, jobs: jobsNamed((await operator.status()).jobs, call.paths) };
}

/** Asks the same of each job and prints what came of it; fails where anything was not done. */
export async function askEach(
  { options, terminal }: Call,
  { operator, jobs }: Named,
  asked: (operator: Operator, job: string) => Promise<AskResult>,
): Promise<number> {
  const results: (AskResult & { readonly job: string })[] = [];
  for (const { id } of jobs) results.push({ job: id, ...(await asked(operator, id)) });
  if (options.format === "json") terminal.out(json({ version: 1, results }));
  else for (const { job, says } of results) terminal.out(`${printable(job)}: ${printable(says)}\n`);
  return results.every(({ state }) => state === "done" || state === "queued") ? exitCode.clean : exitCode.failed;
}
