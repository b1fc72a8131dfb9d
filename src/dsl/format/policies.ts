/** Settings and policies, and the order in which they are printed. */
import type { PolicyNode, Setting } from "../tree/nodes.ts";
import { printCall } from "./calls.ts";
import { printList, printString } from "./text.ts";
import { printDuration } from "./times.ts";

export function printSetting(setting: Setting): string {
  switch (setting.kind) {
    case "timezone":
      return `timezone ${setting.zone.text}`;
    case "useCalendar":
      return `calendar ${setting.name.text}`;
    case "policy":
      return printPolicy(setting);
  }
}

export function printPolicy(node: PolicyNode): string {
  switch (node.policy) {
    case "max":
    case "priority":
      return `${node.policy} ${node.value.value}`;
    case "overlap":
      return `overlap ${node.mode}${node.upTo ? ` up to ${node.upTo.value}` : ""}`;
    case "coalesce":
      return `coalesce ${node.mode ?? "latest"}`;
    case "grace":
    case "timeout":
    case "jitter":
    case "spread":
      return `${node.policy} ${printDuration(node.count)}`;
    case "deadline":
      return `must succeed within ${printDuration(node.count)}`;
    case "catchUp":
      return `catch up ${node.mode}${node.within ? ` within ${printDuration(node.within)}` : ""}`;
    case "retry":
      return printRetry(node);
    case "limit":
      return `limit ${node.runs.value} ${node.runs.value === 1 ? "run" : "runs"}`;
    case "when":
    case "unless":
      return `${node.policy} ${printCall(node.call)}`;
    case "paused":
      return "paused";
    case "dst":
      return `dst ${node.side} ${node.mode}`;
    case "interrupted":
      return `interrupted ${node.mode}`;
    case "id":
    case "name":
      return `${node.policy} ${printString(node.text.value)}`;
    case "renamedFrom":
      return `renamed from ${printString(node.text.value)}`;
    case "tags":
      return `tags ${printList(node.tags, (tag) => ("value" in tag ? printString(tag.value) : tag.text))}`;
    case "onEnd":
      return `on ${node.event} run ${printCall(node.call)}`;
    case "onDuplicate":
      return `on duplicate ${node.mode}`;
  }
}

function printRetry(node: Extract<PolicyNode, { policy: "retry" }>): string {
  const words = [`retry ${node.times.value}`];
  if (node.times.value !== 1) words.push("times");
  if (node.wait) words.push(`wait ${printDuration(node.wait)}`);
  if (node.backoff) words.push(`backoff ${node.backoff}`);
  if (node.upTo) words.push(`up to ${printDuration(node.upTo)}`);
  if (node.jitter) words.push("with jitter");
  return words.join(" ");
}

/** From who a job is, over when and whether a fire runs, to what follows a run. */
const order = [
  "timezone",
  "useCalendar",
  "id",
  "name",
  "renamedFrom",
  "tags",
  "paused",
  "priority",
  "when",
  "unless",
  "limit",
  "dst gap",
  "dst overlap",
  "jitter",
  "spread",
  "max",
  "overlap",
  "coalesce",
  "grace",
  "catchUp",
  "retry",
  "timeout",
  "deadline",
  "interrupted",
  "onEnd failure",
  "onEnd success",
  "onEnd missed",
  "onDuplicate",
] as const;

type Place = (typeof order)[number];

function place(setting: Setting): Place {
  if (setting.kind !== "policy") return setting.kind;
  switch (setting.policy) {
    case "dst":
      return `dst ${setting.side}`;
    case "onEnd":
      return `onEnd ${setting.event}`;
    default:
      return setting.policy;
  }
}

/** Where a setting stands among the others of its job; equal ones keep the order in which they were written. */
export function settingRank(setting: Setting): number {
  return order.indexOf(place(setting));
}
