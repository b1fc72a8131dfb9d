/**
 * Which settings rule a job: its own, else those of its groups from the innermost outwards, else the file's defaults.
 * A setting nearer to the job replaces the whole of the one further out.
 */
import type {
  CalendarSetting,
  DefaultsNode,
  FileNode,
  GroupNode,
  JobNode,
  PolicyBody,
  PolicyNode,
  Setting,
  TimezoneSetting,
} from "../tree/nodes.ts";
import { defaultsOf, type JobPlace } from "./places.ts";

/** What stands at most once in one place: a policy, each side of `dst` and each hook by itself. */
export type SettingKey = string;

export interface Effective {
  readonly timezone?: TimezoneSetting;
  readonly calendar?: CalendarSetting;
  /** By `settingKey`. `id`, `name` and `renamed from` are only ever the job's own. */
  readonly policies: ReadonlyMap<SettingKey, PolicyNode>;
  /** Every `renamed from` of the job, which alone may stand more than once. */
  readonly renamedFrom: readonly PolicyNode[];
}

/** One name for what a setting sets, in the words of the language. */
export function settingKey(setting: Setting): SettingKey {
  if (setting.kind === "timezone") return "timezone";
  if (setting.kind === "useCalendar") return "calendar";
  return policyKey(setting);
}

function policyKey(policy: PolicyBody): SettingKey {
  switch (policy.policy) {
    case "dst":
      return `dst ${policy.side}`;
    case "onEnd":
      return `on ${policy.event}`;
    case "catchUp":
      return "catch up";
    case "deadline":
      return "must succeed within";
    case "renamedFrom":
      return "renamed from";
    case "onDuplicate":
      return "on duplicate";
    default:
      return policy.policy;
  }
}

/** The settings written in one place, in order. */
export function settingsOf(place: JobNode | GroupNode | DefaultsNode): readonly Setting[] {
  const items: readonly { readonly kind: string }[] =
    place.kind === "job" ? place.body : place.kind === "group" ? place.items : place.settings;
  return items.filter(isSetting);
}

function isSetting(item: { readonly kind: string }): item is Setting {
  return item.kind === "timezone" || item.kind === "useCalendar" || item.kind === "policy";
}

const ownAlone: ReadonlySet<SettingKey> = new Set(["id", "name", "renamed from"]);

/** A setting that belongs to one job and so has no sense in a group or in `defaults`. */
export function isOwnAlone(setting: Setting): boolean {
  return ownAlone.has(settingKey(setting));
}

/** What rules the job once everything around it is taken in. Of two in one place the first counts. */
export function effectiveSettings(file: FileNode, place: JobPlace): Effective {
  const settings = ruling.get(place.job) ?? settingsFor(file, place);
  ruling.set(place.job, settings);
  return settings;
}

/** Checks and lowering ask for the same. A job stands in one place of one tree, and trees never change. */
const ruling = new WeakMap<JobNode, Effective>();

function settingsFor(file: FileNode, { job, groups }: JobPlace): Effective {
  const own = settingsOf(job);
  const around = [...groups.toReversed(), file].flatMap(handedDown);
  const byKey = firstByKey([...own, ...around]);
  const timezone = byKey.get("timezone");
  const calendar = byKey.get("calendar");
  const policies = new Map<SettingKey, PolicyNode>();
  for (const [key, setting] of byKey) if (setting.kind === "policy") policies.set(key, setting);
  return {
    ...(timezone?.kind === "timezone" && { timezone }),
    ...(calendar?.kind === "useCalendar" && { calendar }),
    policies,
    renamedFrom: own.filter((s): s is PolicyNode => s.kind === "policy" && s.policy === "renamedFrom"),
  };
}

/** Trees never change, so what a group or a file's defaults hand down is worked out once, not once a job. */
const known = new WeakMap<FileNode | GroupNode, readonly Setting[]>();

function handedDown(place: FileNode | GroupNode): readonly Setting[] {
  const found = known.get(place);
  if (found) return found;
  const written = place.kind === "file" ? defaultsOf(place).flatMap(settingsOf) : settingsOf(place);
  const settings = [...firstByKey(written.filter((setting) => !isOwnAlone(setting))).values()];
  known.set(place, settings);
  return settings;
}

function firstByKey(settings: readonly Setting[]): ReadonlyMap<SettingKey, Setting> {
  const byKey = new Map<SettingKey, Setting>();
  for (const setting of settings) {
    const key = settingKey(setting);
    if (!byKey.has(key)) byKey.set(key, setting);
  }
  return byKey;
}

type Policy<P extends PolicyBody["policy"], N = PolicyNode> = N extends PolicyNode
  ? P extends N["policy"]
    ? N
    : never
  : never;

/** The effective policy of a kind that has one key, typed. */
export function policyOf<P extends PolicyBody["policy"]>(settings: Effective, kind: P): Policy<P> | undefined {
  for (const policy of settings.policies.values()) if (policy.policy === kind) return policy as Policy<P>;
  return undefined;
}
