/** `expect`: what an author knows about the fires of a job, proven or refuted when it is compiled. */
import { type DayItem, type ExpectNode, type Finding, finding } from "../../dsl/index.ts";
import type { CalendarTrigger, Trigger, UnionTrigger } from "../../runtime/model/index.ts";
import { isZone } from "../../runtime/trigger/index.ts";
import { clockOf, type LoweredJob, lowerHeldDays, lowerNever, Refusal } from "../plan/index.ts";
import { type Written, writtenOf } from "../proof/index.ts";
import { zonesIn } from "../zones/index.ts";
import { checkCount, checkPoints } from "./real.ts";
import { checkEvery, checkNever, type Seek } from "./written.ts";

/** An error for each that does not hold. */
export function checkExpectations(lowered: LoweredJob, seek: Seek): readonly Finding[] {
  const { expectations, job } = lowered;
  if (expectations.length === 0) return [];
  // A zone that there is not is a finding of its own, where it is named.
  if (![...zonesIn(job.trigger), clockOf(lowered)].every(isZone)) return [];
  const reason = unknownReason(job.trigger);
  if (reason !== undefined) return expectations.map(({ span }) => finding("expect/unknown-fires", span, { reason }));
  return expectations.flatMap((node) => {
    try {
      return checkOne(node, lowered, seek);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return [finding("trigger/no-meaning", error.span, { reason: error.message })];
    }
  });
}

function checkOne(node: ExpectNode, lowered: LoweredJob, seek: Seek): readonly Finding[] {
  const { trigger } = lowered.job;
  const { what } = node;
  const zone = clockOf(lowered);
  if (what.kind === "points") return checkPoints(node, what, trigger, zone);
  if (what.kind === "count" && what.over.kind !== "every") return checkCount(node, what, trigger, zone);
  const all = writtenOnce(trigger);
  if (all === undefined) {
    return [
      finding("expect/unknown-fires", node.span, { reason: "a window of another zone moves them with its clock" }),
    ];
  }
  if (what.kind === "count") {
    const heldDays = (items: readonly DayItem[]): CalendarTrigger => lowerHeldDays(items, zone, lowered.context);
    return what.over.kind === "every" ? checkEvery(node, what, what.over, all, heldDays, seek) : [];
  }
  return all.flatMap((written) => {
    const held = lowerNever(node, what.clauses, written.zone, lowered.context);
    return checkNever(node, what, [written], held, seek);
  });
}

const known = new WeakMap<Trigger, readonly Written[] | undefined>();

/** A job may expect more than one thing. */
function writtenOnce(trigger: Trigger): readonly Written[] | undefined {
  if (!known.has(trigger)) known.set(trigger, writtenOf(trigger));
  return known.get(trigger);
}

function unknownReason(trigger: Trigger): string | undefined {
  for (const member of membersOf(trigger)) {
    if (member.kind === "startup") return "they are the starts of the program";
    if (member.kind === "after") return "they are the ends of other jobs";
    if (member.kind === "completion") return "they hang on the ends of runs";
    if (member.kind === "custom") return `\`${member.task}\` gives them while the program runs`;
  }
  return undefined;
}

function membersOf(trigger: Trigger): UnionTrigger["of"] {
  return trigger.kind === "union" ? trigger.of : [trigger];
}
