/** What each job of a text does: in words, in fire times, in cron. */
import type { Diagnostic } from "../../dsl/index.ts";
import type { Trigger } from "../../runtime/model/index.ts";
import { fires, nextFire, previousFire } from "../../runtime/trigger/index.ts";
import { lookFrom } from "../analyze/index.ts";
import { analyzed } from "../compile.ts";
import type { Config } from "../config/types.ts";
import type { PlanJob } from "../plan/index.ts";
import { type ClockChange, clockChanges } from "./clock-changes.ts";
import { type CronEquivalent, cronEquivalent } from "./cron-equivalent.ts";
import { type DayCount, frequencyOf, type PeriodCount, type Silence } from "./frequency.ts";
import { explainTemplate, type TemplateExplanation } from "./template.ts";
import { triggerWords } from "./trigger-words.ts";

/** All of them may be left out. */
export interface ExplainOptions {
  /** Epoch milliseconds: fires after it are shown. Without it those from the start or, where there is none, from a fixed day. */
  readonly after?: number;
  /** How many fires to show; 5 unless told. */
  readonly count?: number;
  /** What the text is called in findings. */
  readonly file?: string;
  readonly config?: Config;
}

/** A text explained. */
export interface Explained {
  readonly diagnostics: readonly Diagnostic[];
  /** In source order; jobs with an error are missing. */
  readonly jobs: readonly JobExplanation[];
  /** Likewise. */
  readonly templates: readonly TemplateExplanation[];
}

/** Instants are epoch milliseconds. */
export interface JobExplanation {
  readonly id: string;
  /** The triggers in canonical spelling. */
  readonly sentence: string;
  /** Whose clock its times are read on: that of its first trigger that has one. */
  readonly zone: string;
  /** One fact a line. */
  readonly words: readonly string[];
  /** The first and the last of all fires; absent where there is none, and `last` where it goes on beyond 2400. */
  readonly first?: number;
  readonly last?: number;
  /** Fires of a day that has any, as written; single instants are shown themselves. */
  readonly perDay?: DayCount;
  /** Of whole days, weeks, months and years of the life span, at least and at most, as written; proven. */
  readonly counts: readonly PeriodCount[];
  /** The longest time without a fire, as written. */
  readonly silence?: Silence;
  readonly next: readonly number[];
  /** Days of the next two years on which a change of the clock shows. */
  readonly clockChanges: readonly ClockChange[];
  readonly cron: CronEquivalent;
}

/** A text may also be a sentence without its `run`. */
export async function explain(text: string, options: ExplainOptions = {}): Promise<Explained> {
  const file = options.file ?? "sentence.sched";
  const whole = /\brun\b/.test(text) ? text : `${text.trim()} run task`;
  const { diagnostics, built } = await analyzed(
    {
      files: { [file]: whole },
      ...(options.config && { config: options.config }),
      ...(options.after !== undefined && { now: options.after }),
    },
    { tasks: false },
  );
  const jobs = built.files.flatMap((lowered) =>
    lowered.jobs.map(({ job, side }) => explainJob(job, side.says, options)),
  );
  const templates = built.files.flatMap((lowered) =>
    lowered.templates.map(({ template, side }) => explainTemplate(template, side.says)),
  );
  return { diagnostics, jobs, templates };
}

function zoneOf(trigger: Trigger): string | undefined {
  if (trigger.kind === "union") return trigger.of.map(zoneOf).find((zone) => zone !== undefined);
  return "zone" in trigger ? trigger.zone : undefined;
}

/** The first instant that is no fire time any more. */
const afterAll = Date.UTC(2401, 0, 2);
const beforeAll = Date.UTC(1899, 11, 1);

/** One job of a plan; `sentence` is how its triggers are written. */
export function explainJob(
  { id, trigger }: PlanJob,
  sentence: string,
  { after, count = 5 }: ExplainOptions,
): JobExplanation {
  const timed = hasFireSet(trigger);
  const first = timed ? nextFire(trigger, beforeAll) : undefined;
  const last = timed && isBounded(trigger) ? previousFire(trigger, afterAll) : undefined;
  const from = after ?? (isBegun(trigger) ? first : undefined) ?? lookFrom;
  const changes = timed ? clockChanges(trigger, from) : [];
  const { perDay, counts, silence } = frequencyOf(trigger, from);
  return {
    id,
    sentence,
    zone: zoneOf(trigger) ?? "UTC",
    words: triggerWords(trigger),
    ...(first !== undefined && isBegun(trigger) && { first }),
    ...(last !== undefined && { last }),
    // Single instants are shown themselves.
    ...(perDay && trigger.kind !== "instants" && { perDay }),
    counts,
    ...(silence && { silence }),
    next: timed ? [...fires(trigger, { after: after ?? from - 1, limit: count })] : [],
    clockChanges: changes,
    cron: cronOf(trigger, changes),
  };
}

/** What a cron does otherwise counts only where a change of the clock shows at all. */
function cronOf(trigger: Trigger, changes: readonly ClockChange[]): CronEquivalent {
  const cron = cronEquivalent(trigger);
  return "expression" in cron && changes.length === 0 ? { expression: cron.expression } : cron;
}

/** Custom triggers answer only where their function is bound. */
function hasFireSet(trigger: Trigger): boolean {
  const members = trigger.kind === "union" ? trigger.of : [trigger];
  return members.every(({ kind }) => kind === "calendar" || kind === "elapsed" || kind === "instants");
}

/** Whether it has a first fire of its own, and not just one at the edge of all time. */
function isBegun(trigger: Trigger): boolean {
  const members = trigger.kind === "union" ? trigger.of : [trigger];
  return members.every((member) => member.kind === "instants" || ("from" in member && member.from !== undefined));
}

/** Whether it ends, so that there is a last fire to show. */
function isBounded(trigger: Trigger): boolean {
  const members = trigger.kind === "union" ? trigger.of : [trigger];
  return members.every((member) => member.kind === "instants" || ("until" in member && member.until !== undefined));
}
