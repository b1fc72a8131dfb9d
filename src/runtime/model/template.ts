/**
 * Templates: jobs with parameters. A module says once what such a job is; an app gives the values, job by job.
 *
 * Texts of a template may hold parameters: `{name}` stands for the value's text. In ids what the value itself brings of
 * the signs around it is written `%XX`, so that two sets of values never share an id. In a trigger a hole may say what
 * is to be reckoned once the value is known (`scheduler/template-fill.ts`); filled, it is a trigger like any other.
 */
import type { JobHandle, PartialPolicy, Run } from "./schedule.ts";
import type { Trigger } from "./trigger.ts";

/** Plain data, as a store keeps it. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** What a value may be. An imported type is TypeScript's to check; at run time it is any plain data. */
export type ParameterType =
  | "string"
  | "number"
  | "boolean"
  | "instant"
  | "date"
  | "time"
  | "duration"
  | "zone"
  | { readonly literal: string | number | boolean }
  | { readonly imported: string };

export interface Parameter {
  /** The value is one of these; of several each is told from the others by the value alone. */
  readonly types: readonly ParameterType[];
  /** A list of such values. */
  readonly list?: true;
  /** May be left out. */
  readonly optional?: true;
  /** What stands for a value that is left out, given as an app would give it. */
  readonly default?: Json;
}

/** The parts of Temporal that a value may come as; only what they print counts, so any implementation will do. */
export interface TemporalLike {
  readonly [Symbol.toStringTag]: string;
  toString(): string;
}

/** An instant: a Date, epoch milliseconds, a Temporal value, or ISO text, which without an offset is of the template's zone. */
export type GivenInstant = Date | number | string | TemporalLike;
/** A date: ISO text, a Temporal.PlainDate, or a Date, of which the day in the template's zone counts. */
export type GivenDate = Date | string | TemporalLike;
/** A clock time: `9:00`, `09:00:15` or a Temporal.PlainTime. */
export type GivenTime = string | TemporalLike;
/** A duration: milliseconds, `1h30m`, ISO text or a Temporal.Duration without months and years. */
export type GivenDuration = number | string | TemporalLike;

/** The types of one template: what an app gives, what its tasks get, and the parameters that its id holds. */
export interface Template<Given extends object, Values extends object, Key extends keyof Given> {
  readonly given: Given;
  readonly values: Values;
  readonly key: Key;
}

/** What a call of a template's is handed: `text` gives a text of the template with its parameters filled in. */
export type TemplateCall<Tasks, Values, Answer = unknown> = (
  run: Run,
  tasks: Tasks,
  values: Values,
  text: (pattern: string) => string,
) => Answer;

/** One template of a generated module. */
export interface ScheduledTemplate<Tasks, Values> {
  readonly params: Readonly<Record<string, Parameter>>;
  /** With at least one parameter in it. */
  readonly id: string;
  readonly name?: string;
  readonly says?: string;
  /** The clock on which values without a zone are read; may be a parameter. */
  readonly zone: string;
  /** A trigger whose texts may hold parameters. */
  readonly trigger: Trigger;
  /** The functions of its custom triggers, in order. */
  readonly nexts?: readonly ((
    after: Date,
    tasks: Tasks,
    values: Values,
    text: (pattern: string) => string,
  ) => Date | null)[];
  readonly policy?: PartialPolicy;
  readonly run: TemplateCall<Tasks, Values>;
  readonly when?: TemplateCall<Tasks, Values, boolean | Promise<boolean>>;
  readonly unless?: TemplateCall<Tasks, Values, boolean | Promise<boolean>>;
  readonly onFailure?: TemplateCall<Tasks, Values>;
  readonly onSuccess?: TemplateCall<Tasks, Values>;
  readonly onMissed?: TemplateCall<Tasks, Values>;
}

/** The templates of a module by name; `Types` gives the `Template` of each. */
export type ScheduledTemplates<Tasks, Types> = {
  readonly [K in keyof Types]: ScheduledTemplate<Tasks, ValuesOf<Types[K]>>;
};

type ValuesOf<T> = T extends Template<infer _Given, infer Values, infer _Key> ? Values : never;

/** A template in the hands of an app. */
export interface TemplateHandle<Given extends object, Values extends object, Key extends keyof Given> {
  /** Makes a job of it. One whose id is there already is replaced, kept or refused, as `on duplicate` says. */
  schedule(given: Given): JobHandle;
  /** Takes out the job of this id, or of these values; of them only what the id holds is needed. Whether there was one. */
  cancel(which: string | (Pick<Given, Key> & Partial<Given>)): boolean;
  /** Its jobs that have not ended for good. Those that only the store knows come with `start`. */
  list(): readonly TemplateJob<Values>[];
}

/** A job that was made of a template. */
export interface TemplateJob<Values> {
  readonly id: string;
  /** As its tasks get them. */
  readonly values: Values;
  readonly next: number | undefined;
}

export type TemplateHandles<Types> = {
  readonly [K in keyof Types]: Types[K] extends Template<infer Given, infer Values, infer Key>
    ? TemplateHandle<Given, Values, Key>
    : never;
};
