/** What the rules look at: each thing with what stands around it, worked out once. */

import type { Finding } from "../diagnostics/diagnostic.ts";
import type { Limits } from "../limits.ts";
import type { Span } from "../source/span.ts";
import type { EveryNode, FileNode, JobNode, TriggerNode } from "../tree/nodes.ts";
import { type BrokenPlaces, brokenPlaces } from "./broken-places.ts";
import { clauseOf, clausesOf } from "./clauses.ts";
import { type Reading, readHead } from "./heads.ts";
import { type Names, namesOf } from "./names.ts";
import { type Parts, partsOf } from "./parts.ts";
import { type JobPlace, jobsOf, triggersOf } from "./places.ts";
import { type Effective, effectiveSettings } from "./settings.ts";
import { type TemplatePlace, templatesOf } from "./templates.ts";

export interface CheckContext {
  /** Every IANA name, canonical or alias. */
  readonly zones: ReadonlySet<string>;
  /** The zone of a job that names none, from the config. */
  readonly defaultZone?: string;
  readonly limits: Limits;
  /** Where the parser found something: what is missing there was written, if not understood. */
  readonly broken?: readonly Span[];
  /** The file's own name, and the trees of the build by name: with both, imported windows are known too. */
  readonly name?: string;
  readonly files?: (name: string) => FileNode | undefined;
}

export interface FileView {
  readonly file: FileNode;
  readonly text: string;
  readonly context: CheckContext;
  readonly broken: BrokenPlaces;
  readonly names: Names;
  readonly parts: Parts;
  /** Those of groups among them; then the templates, each as the job that it describes. */
  readonly jobs: readonly JobView[];
  readonly templates: readonly TemplatePlace[];
}

export interface JobView {
  readonly job: JobNode;
  readonly place: JobPlace;
  readonly settings: Effective;
  readonly triggers: readonly TriggerView[];
  readonly in: FileView;
}

export interface TriggerView<T extends TriggerNode = TriggerNode> {
  readonly trigger: T;
  /** The zone in force, by the name written; the config's or UTC where none is. */
  readonly zone: string;
  readonly of: JobView;
}

export interface EveryView extends TriggerView<EveryNode> {
  readonly reading: Reading;
}

/** A rule: what it looks at and what it finds there. Each handler is called for every such thing of a file. */
export interface Rule {
  readonly file?: (view: FileView) => Iterable<Finding>;
  readonly job?: (view: JobView) => Iterable<Finding>;
  readonly trigger?: (view: TriggerView) => Iterable<Finding>;
  readonly every?: (view: EveryView) => Iterable<Finding>;
}

export function viewOf(file: FileNode, text: string, context: CheckContext): FileView {
  const jobs: JobView[] = [];
  const broken = brokenPlaces(context.broken ?? [], text);
  const [names, parts, templates] = [namesOf(file), partsOf(file), templatesOf(file)];
  const view: FileView = { file, text, context, broken, names, parts, jobs, templates };
  for (const place of [...jobsOf(file), ...templates]) jobs.push(jobView(place, view));
  return view;
}

function jobView(place: JobPlace, file: FileView): JobView {
  const triggers: TriggerView[] = [];
  const settings = effectiveSettings(file.file, place);
  const view: JobView = { job: place.job, place, settings, triggers, in: file };
  const zone = settings.timezone?.zone.text ?? file.context.defaultZone ?? "UTC";
  for (const trigger of triggersOf(place.job)) {
    triggers.push({ trigger, zone: zoneOf(trigger) ?? zone, of: view });
  }
  return view;
}

function zoneOf(trigger: TriggerNode): string | undefined {
  if (trigger.kind === "once") return trigger.zone?.text;
  return clauseOf(clausesOf(trigger), "inZone")?.zone.text;
}

/** The same trigger with its head read, where it is an `every`. */
export function everyView(view: TriggerView): EveryView | undefined {
  const { trigger } = view;
  return trigger.kind === "every" ? { ...view, trigger, reading: readHead(trigger.head) } : undefined;
}

/** Whether the parser found something within the place, so that what is missing there may only be broken. */
export function isBroken({ broken }: FileView, span: Span): boolean {
  return broken.beginIn(span);
}

/**
 * Whether a name that seems undeclared or unused may stand in a statement that the parser could not read: then it
 * is written more than once, and to say that it is missing would be a second finding for one mistake.
 */
export function mayBeBroken({ broken }: FileView, name: string): boolean {
  return broken.mentions(name) > 1;
}
