/** Triggers whose set of fire times is empty, or ends before the instant that was given as now. */
import { type Finding, finding, printTrigger, type TriggerNode } from "../../dsl/index.ts";
import { type AfterTrigger, isoInstant } from "../../runtime/model/index.ts";
import { nextFire } from "../../runtime/trigger/index.ts";
import { dayFieldsOf } from "../cron/index.ts";
import { isTimed, membersOf, neverFires } from "./members.ts";
import type { Subject } from "./subject.ts";

/** An empty set is an error; one that lies wholly before `now` a warning, and only where a `now` was given. */
export function findNeverFires({ node, trigger }: Subject, now: number | undefined): readonly Finding[] {
  if (trigger.kind === "after" && contradicts(trigger)) {
    return [finding("time/never-fires", node.span, { sentence: printTrigger(node) })];
  }
  const members = membersOf(trigger).filter(isTimed);
  if (members.length === 0 || members.length < membersOf(trigger).length) return [];
  if (members.every(neverFires)) {
    return [finding("time/never-fires", placeOf(node), { sentence: printTrigger(node) })];
  }
  if (now === undefined || members.some((member) => nextFire(member, now) !== undefined)) return [];
  return [finding("time/ended", node.span, { sentence: printTrigger(node), now: isoInstant(now - (now % 1_000)) })];
}

/** In a cron expression it is the days that cannot meet, unless a clause behind it leaves nothing. */
function placeOf(node: TriggerNode): TriggerNode["span"] {
  return node.kind === "cron" && node.clauses.length === 0 ? dayFieldsOf(node) : node.span;
}

/** One end of a job both sets one side and clears the other, so that both are never set. */
function contradicts({ all }: AfterTrigger): boolean {
  const failing = new Set(all.filter(({ ends }) => ends === "fails").map(({ job }) => job));
  return all.some(({ job, ends }) => ends === "succeeds" && failing.has(job));
}
