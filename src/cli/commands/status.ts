/** `schedc status`: who runs with a store, and how its jobs stand. */
import { printable } from "../../dsl/index.ts";
import { isoInstant } from "../../runtime/model/index.ts";
import type { JobView, StatusView } from "../../runtime/store/index.ts";
import { exitCode } from "../exit-code.ts";
import { fateJson, fateText } from "../fire-text.ts";
import { lengthText, localText } from "../local-text.ts";
import type { Call } from "../options.ts";
import { createStyle, type Style } from "../render/index.ts";
import { counted, json } from "../report.ts";
import { jobsNamed, operatorOf, zoneOfJob } from "../store-file.ts";
import { wantsColor } from "../terminal.ts";

export async function run(call: Call): Promise<number> {
  const { options, paths, terminal } = call;
  const operator = operatorOf(call);
  const status = await operator.status();
  const jobs = jobsNamed(status.jobs, paths);
  if (options.format === "json") {
    terminal.out(json({ version: 1, ...storeJson(status), jobs: jobs.map(jobJson) }));
    return exitCode.clean;
  }
  const style = createStyle(wantsColor(options.color, terminal.stdout, terminal.env));
  const now = terminal.now();
  terminal.out(`${holderText(status, now)}\n`);
  const ids = Math.max(0, ...jobs.map(({ id }) => id.length));
  const times = Math.max(0, ...jobs.map((job) => nextText(job, now).length));
  for (const job of jobs) terminal.out(jobLine(job, now, ids, times, style));
  if (!options.quiet) terminal.err(`${counted(jobs.length, "job")}\n`);
  return exitCode.clean;
}

function holderText({ holder }: StatusView, now: number): string {
  if (holder === undefined) return "nothing runs with this store";
  const { pid, host, since, alive } = holder;
  const who = `process ${pid} on ${printable(host)}`;
  return alive
    ? `${who} runs with this store, for ${lengthText(Math.max(0, now - since))}`
    : `${who} ran with this store and died`;
}

function jobLine(job: JobView, now: number, ids: number, times: number, style: Style): string {
  const next = nextText(job, now).padEnd(times);
  const parts = [printable(job.id).padEnd(ids), job.paused ? style.warning(next) : next, ...lastParts(job, style)];
  return `  ${parts.join("  ")}`.trimEnd().concat("\n");
}

/** What comes next, first of what is under way. */
function nextText(job: JobView, now: number): string {
  const { running, waiting, paused, next } = job;
  const busy = [...(running > 0 ? [`${running} running`] : []), ...(waiting > 0 ? [`${waiting} waiting`] : [])];
  const then = paused ? "paused" : next === undefined ? "no next fire" : `next ${dueText(next, job, now)}`;
  return [...busy, then].join(", ");
}

function dueText(next: number, job: JobView, now: number): string {
  const away = next >= now ? `in ${lengthText(next - now)}` : `due for ${lengthText(now - next)}`;
  return `${localText(next, zoneOfJob(job))} (${away})`;
}

function lastParts(job: JobView, style: Style): string[] {
  const last = job.last.find(({ state }) => state !== "waiting" && state !== "running" && state !== "retrying");
  if (last === undefined) return [];
  const text = `last ${localText(last.fireAt, zoneOfJob(job))} ${fateText(last)}`;
  return [last.state === "failed" || last.state === "missed" ? style.removed(text) : style.faint(text)];
}

function storeJson({ holder, jobs: _, ...store }: StatusView): object {
  return { store, ...(holder !== undefined && { holder: { ...holder, since: isoInstant(holder.since) } }) };
}

function jobJson({ trigger: _, next, since, last, ...job }: JobView): object {
  return {
    ...job,
    since: isoInstant(since),
    ...(next !== undefined && { next: isoInstant(next) }),
    last: last.map(fateJson),
  };
}
