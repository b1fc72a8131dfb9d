/**
 * The plan: what a set of `.sched` files means, as plain JSON with every default explicit.
 *
 * One normal form and one sequence of bytes (`canonical.ts`); formatting a source never changes it. Places, docs and
 * the sentences as written stand beside it in a `FileSide`, for they are no part of the meaning.
 */
import type { Span } from "../../dsl/index.ts";
import type { Calendar, Parameter, Policy, Trigger, Value } from "../../runtime/model/index.ts";

export interface Plan {
  readonly version: 1;
  /** sha256 over the canonical bytes of everything else. */
  readonly hash: string;
  /** Of all files together, ordered by id in code units. */
  readonly jobs: readonly PlanJob[];
  /** Of all files together, ordered by name in code units. */
  readonly templates: readonly PlanTemplate[];
  /** Every calendar that the files declare, ordered by file and name; what triggers need of them they carry themselves. */
  readonly calendars: readonly PlanCalendar[];
}

export interface PlanCalendar {
  readonly name: string;
  /** The file's name as given. */
  readonly source: string;
  /** With what it includes. */
  readonly days: Calendar;
}

export interface PlanJob {
  readonly id: string;
  readonly name: string;
  readonly trigger: Trigger;
  /** sha256 over the canonical bytes of the trigger. */
  readonly triggerHash: string;
  readonly policy: PlanPolicy;
  /** The task as written, dots and all. */
  readonly task: string;
  readonly args: readonly Value[];
  /** The file's name as given. */
  readonly source: string;
}

/**
 * A job with its parameters open: `{name}` in its id, name, tags and trigger stands for the text of a value, and holes of
 * the trigger may say what is reckoned from it.
 */
export interface PlanTemplate extends PlanJob {
  /** What the template is called; `name` is the display name of its jobs. */
  readonly template: string;
  readonly params: readonly PlanParameter[];
  /** The clock on which values without a zone are read: that of all its triggers, else the job's own; may be a parameter. */
  readonly zone: string;
}

export interface PlanParameter extends Parameter {
  readonly name: string;
}

export interface PlanPolicy extends Policy {
  readonly when?: PlanCall;
  readonly unless?: PlanCall;
  readonly onFailure?: PlanCall;
  readonly onSuccess?: PlanCall;
  readonly onMissed?: PlanCall;
}

export interface PlanCall {
  readonly task: string;
  readonly args: readonly Value[];
}

/** What a module or a finding needs of one file beside the plan. */
export interface FileSide {
  readonly file: string;
  readonly imports: readonly SideImport[];
  /** In source order. */
  readonly jobs: readonly JobSide[];
  /** In source order; absent where it has none. */
  readonly templates?: readonly TemplateSide[];
}

export interface TemplateSide extends Omit<JobSide, "id"> {
  readonly template: string;
}

export interface SideImport {
  readonly from: string;
  readonly typeOnly: boolean;
  readonly names: readonly { readonly name: string; readonly alias?: string; readonly star: boolean }[];
  readonly span: Span;
  /** The path with its quotes. */
  readonly fromSpan: Span;
}

export interface JobSide {
  readonly id: string;
  /** The whole statement. */
  readonly span: Span;
  /** The part that says when: of each trigger in order. */
  readonly triggerSpans: readonly Span[];
  /** Where the id comes from. */
  readonly idSpan: Span;
  readonly doc?: string;
  /** The triggers in canonical spelling, without run and policies, joined by `; `. */
  readonly says: string;
}
