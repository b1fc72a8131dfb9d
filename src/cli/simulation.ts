/** `run --simulate`: a span of time played on a virtual clock, and what became of every fire. */
import { printable } from "../dsl/index.ts";
import type { Schedule } from "../runtime/index.ts";
import { isoInstant, SchedcError } from "../runtime/model/index.ts";
import { type SimulatedFire, simulate } from "../runtime/testing/index.ts";
import { type JobLines, jobLine, jobLines } from "./event-text.ts";
import { lastedText } from "./event-words.ts";
import { parseInstant, parseLength } from "./instant.ts";
import { lengthText } from "./local-text.ts";
import { createNodeHost } from "./node-host.ts";
import type { Call } from "./options.ts";
import { createStyle } from "./render/index.ts";
import { counted, json } from "./report.ts";
import { wantsColor } from "./terminal.ts";

/** Plays the schedule as the options say and prints every fire. */
export async function playSimulation(schedule: Schedule<string, unknown>, { options, terminal }: Call): Promise<void> {
  const from = typeof options.from === "string" ? parseInstant(options.from, "--from") : terminal.now();
  const until = from + parseLength(String(options.simulate), "--simulate");
  const durations =
    typeof options.durations === "string" ? await readDurations(options.durations, schedule, terminal.cwd) : {};
  const fires = await simulate(schedule, { from, until, durations });
  const summary = countsOf(fires);
  if (options.format === "json") {
    terminal.out(
      json({ version: 1, from: isoInstant(from), until: isoInstant(until), fires: fires.map(jsonOf), summary }),
    );
    return;
  }
  const lines = jobLines(schedule, createStyle(wantsColor(options.color, terminal.stdout, terminal.env)));
  for (const fire of fires) terminal.out(lineOf(fire, lines));
  if (options.quiet) return;
  const outcomes = Object.entries(summary).map(([outcome, n]) => `${n} ${outcome}`);
  terminal.err(
    `${counted(fires.length, "fire")} in ${lengthText(until - from)}${fires.length > 0 ? `: ${outcomes.join(", ")}` : ""}\n`,
  );
}

function lineOf(fire: SimulatedFire, lines: JobLines): string {
  const { job, scheduledAt, outcome, reason, startedAt, into } = fire;
  const late =
    startedAt !== undefined && startedAt > scheduledAt ? `, ${lengthText(startedAt - scheduledAt)} late` : "";
  const why = reason === undefined ? "" : `: ${reason}`;
  const text = `${outcome}${lastedText(fire)}${late}${why}${into === undefined ? "" : ` into ${printable(into)}`}`;
  const { added, removed, faint } = lines.style;
  const paint = outcome === "succeeded" ? added : outcome === "failed" ? removed : faint;
  return jobLine(scheduledAt, job, paint(text), lines);
}

function jsonOf({ error, scheduledAt, startedAt, endedAt, ...rest }: SimulatedFire): object {
  return {
    ...rest,
    scheduledAt: isoInstant(scheduledAt),
    ...(startedAt !== undefined && { startedAt: isoInstant(startedAt) }),
    ...(endedAt !== undefined && { endedAt: isoInstant(endedAt) }),
    ...(error !== undefined && { error: String(error) }),
  };
}

function countsOf(fires: readonly SimulatedFire[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { outcome } of fires) counts[outcome] = (counts[outcome] ?? 0) + 1;
  return counts;
}

/** Milliseconds by job. */
async function readDurations(
  path: string,
  { jobs }: Schedule<string, unknown>,
  cwd: string,
): Promise<Record<string, number>> {
  const text = await createNodeHost(cwd).readFile(path);
  if (text === undefined) throw new SchedcError(`--durations: there is no ${path}`, { code: "cli/durations" });
  const wrong = (why: string): SchedcError => new SchedcError(`--durations: ${path} ${why}`, { code: "cli/durations" });
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    throw wrong("is not JSON");
  }
  if (typeof data !== "object" || data === null || Array.isArray(data)) throw wrong("is no object of jobs and lengths");
  return Object.fromEntries(
    Object.entries(data).map(([job, length]) => {
      if (!Object.hasOwn(jobs, job)) throw wrong(`names ${job}, which is no job`);
      if (typeof length === "number" && Number.isFinite(length) && length >= 0) return [job, length];
      if (typeof length === "string") return [job, parseLength(length, `--durations: ${job}`)];
      throw wrong(`says of ${job} neither milliseconds nor a length such as "5m"`);
    }),
  );
}
