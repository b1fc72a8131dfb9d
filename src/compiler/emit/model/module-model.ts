/** A generated module before it is text: plain data that the printer turns into statements, in this order. */
import type { CarriedZones, PartialPolicy, Trigger } from "../../../runtime/model/index.ts";
import type { SharedCalendar } from "./shared-calendars.ts";
import type { SharedTrigger } from "./shared-triggers.ts";
import type { TemplateModel } from "./template-model.ts";

export interface ModuleModel {
  /** Where it was made from, relative to the module. */
  readonly source: string;
  /** Merged and sorted; type-only ones first. */
  readonly imports: readonly ModuleImport[];
  /** In source order. */
  readonly jobs: readonly JobModel[];
  /** In source order. */
  readonly templates: readonly TemplateModel[];
  /** What its triggers count workdays by; empty where none does. */
  readonly calendars: readonly SharedCalendar[];
  /** What many of its jobs have for a trigger; empty where there is none such. */
  readonly triggers: readonly SharedTrigger[];
  /** The rules of the zones that its triggers name; absent where that is UTC alone. */
  readonly zones?: CarriedZones;
  /** The tasks that the app gives; absent where every task is imported. */
  readonly tasks?: TaskMembers;
}

export interface ModuleImport {
  readonly from: string;
  readonly typeOnly: boolean;
  /** Sorted by code unit; empty under `star`. */
  readonly names: readonly { readonly name: string; readonly local: string }[];
  /** The local name of `* as …`. */
  readonly star?: string;
}

export interface JobModel {
  readonly id: string;
  readonly doc?: string;
  /** Where it differs from the id. */
  readonly name?: string;
  readonly says: string;
  readonly trigger: Trigger;
  /** The name of the shared trigger that it is. */
  readonly shared?: string;
  /** What gives the next instant of each custom trigger, in order of appearance. */
  readonly nexts: readonly Call[];
  /** What differs from the default; absent where nothing does. */
  readonly policy?: PartialPolicy;
  readonly run: Call;
  readonly hooks: readonly { readonly slot: HookSlot; readonly call: Call }[];
}

export const hookSlots = ["when", "unless", "onFailure", "onSuccess", "onMissed"] as const;
export type HookSlot = (typeof hookSlots)[number];

/** A call written as code, and what its function must take to make it. */
export interface Call {
  readonly code: string;
  /** It reads `run` (a custom trigger: `after`). */
  readonly context: boolean;
  /** It reads `tasks`. */
  readonly tasks: boolean;
}

/** Tasks by name, nested where they are written with dots. */
export interface TaskMembers {
  readonly members: readonly TaskMember[];
}

export interface TaskMember extends TaskMembers {
  readonly name: string;
  /** Two where it is both called by a run and asked for an instant; none where it only holds others. */
  readonly signatures: readonly Signature[];
}

export interface Signature {
  /** `context` marks the run, or the instant, that follows the arguments of every use. */
  readonly parameters: readonly { readonly name: string; readonly type: string; readonly context: boolean }[];
  readonly returns: string;
}
