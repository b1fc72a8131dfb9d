/** Why a job fires at an instant, or stays away: of each trigger by itself, and what happens to the fire after it. */
import { type PolicyNode, printPolicy, printTrigger, type TriggerNode } from "../../dsl/index.ts";
import type { Trigger, UnionTrigger } from "../../runtime/model/index.ts";
import { isFire, localTime, nextFire, previousFire } from "../../runtime/trigger/index.ts";
import { clockText, type LoweredJob } from "../plan/index.ts";
import { reasonsAgainst } from "./against.ts";
import { entryReasons } from "./calendar-entries.ts";
import { movedFrom, passOf } from "./clock.ts";
import type { Reason, TriggerWhy, Why } from "./types.ts";

/** Any instant may be asked for, in epoch milliseconds; fires are whole seconds. */
export function whyAt(lowered: LoweredJob, instant: number): Why {
  const { job, parts, context, settings } = lowered;
  const triggers = parts.map(({ node, trigger }) => whyOf(node, trigger, instant, context));
  const firing = triggers.filter(({ fires }) => fires);
  const fires = firing.length > 0 ? true : triggers.some((one) => one.fires === undefined) ? undefined : false;
  const timed = timedPart(job.trigger);
  const before = timed && previousFire(timed, instant);
  const after = timed && nextFire(timed, instant);
  const merge = (one: TriggerWhy): TriggerWhy =>
    one.fires && firing.length > 1
      ? {
          ...one,
          reasons: [
            ...one.reasons,
            {
              kind: "merge",
              text: "other triggers of the job fire then too; together they are one fire",
              span: one.span,
            },
          ],
        }
      : one;
  return {
    id: job.id,
    instant,
    zone: zoneOf(job.trigger) ?? context.zone,
    fires,
    triggers: triggers.map(merge),
    policies: fires === false ? [] : [...settings.policies.values()].flatMap(policyReason),
    ...(before !== undefined && { before }),
    ...(after !== undefined && { after }),
  };
}

function whyOf(node: TriggerNode, trigger: Trigger, instant: number, context: LoweredJob["context"]): TriggerWhy {
  const base = { sentence: printTrigger(node), span: node.span };
  const members: UnionTrigger["of"] = trigger.kind === "union" ? trigger.of : [trigger];
  const firing = members.find((member) => isKnown(member) && isFire(member, instant));
  if (firing) {
    const entries = entryReasons(firing, instant, context.calendar, node.span);
    return { ...base, fires: true, reasons: [...reasonsFor(node, firing, instant), ...entries] };
  }
  let nearest: { readonly member: Trigger; readonly reasons: readonly Reason[] } | undefined;
  for (const member of members) {
    if (member.kind !== "calendar" && member.kind !== "elapsed" && member.kind !== "instants") {
      return { ...base, fires: undefined, reasons: [{ kind: "unknown", text: unknownWords(member), span: node.span }] };
    }
    const reasons = reasonsAgainst(node, member, instant, context);
    if (nearest === undefined || reasons.length < nearest.reasons.length) nearest = { member, reasons };
  }
  if (nearest === undefined) return { ...base, fires: false, reasons: [] };
  const entries = entryReasons(nearest.member, instant, context.calendar, node.span);
  return { ...base, fires: false, reasons: [...nearest.reasons, ...entries] };
}

/** How a fire came to be: its own time, or one that the clock left out. */
function reasonsFor(node: TriggerNode, member: Trigger, instant: number): readonly Reason[] {
  if (member.kind !== "calendar") {
    const text = member.kind === "elapsed" ? "one of its steps falls here" : "it is one of the instants named";
    return [{ kind: "times", text, span: node.span }];
  }
  const { date, seconds } = localTime(member.zone, instant);
  const span = node.span;
  const own: Reason = {
    kind: "times",
    text: `${date} is one of its days, ${clockText(seconds)} one of its times`,
    span,
  };
  const moved = movedFrom(member, instant);
  if (moved.length > 0) {
    const times = `${moved.slice(0, 3).join(", ")}${moved.length > 3 ? " and more" : ""}`;
    const text = `moved from ${times}, which ${moved.length === 1 ? "does" : "do"} not exist on ${date} in ${member.zone} (\`dst gap ${member.dst.gap}\`)`;
    const meets = isFire({ ...member, dst: { ...member.dst, gap: "skip" } }, instant);
    return [...(meets ? [own] : []), { kind: "dst", text, span }];
  }
  const pass = passOf(member.zone, instant);
  if (pass === undefined) return [own];
  return [
    own,
    {
      kind: "dst",
      text: `the ${pass} pass of a time that comes twice that day (\`dst overlap ${member.dst.overlap}\`)`,
      span,
    },
  ];
}

function policyReason(policy: PolicyNode): readonly Reason[] {
  const does = policyWords[policy.policy];
  return does === undefined ? [] : [{ kind: "policy", text: `\`${printPolicy(policy)}\` ${does}`, span: policy.span }];
}

/** Settings that part a fire from the start of a run. */
const policyWords: Partial<Record<PolicyNode["policy"], string>> = {
  paused: "lets no run start before the job is resumed",
  when: "is asked first, and may skip it",
  unless: "is asked first, and may skip it",
  limit: "lets no run start once so many have",
  max: "bounds how many runs go on at a time",
  overlap: "rules what a fire does while a run still goes on",
  coalesce: "rules which of several due fires runs",
  grace: "is how late it may start",
  jitter: "starts it later by a drawn delay",
  spread: "starts it later by the job's own delay",
};

function isKnown(member: Trigger): boolean {
  return member.kind === "calendar" || member.kind === "elapsed" || member.kind === "instants";
}

function unknownWords(trigger: Trigger): string {
  switch (trigger.kind) {
    case "startup":
      return "it fires at each start of the program";
    case "after":
      return `it fires when ${trigger.all.map(({ job, ends }) => `${job} ${ends}`).join(" and ")}`;
    case "completion":
      return "it fires so long after its last run ended";
    case "custom":
      return `\`${trigger.task}\` gives its fires while the program runs`;
    default:
      return "nobody can know";
  }
}

/** What of the job can be told from the calendar. */
function timedPart(trigger: Trigger): Trigger | undefined {
  if (trigger.kind !== "union") return isKnown(trigger) ? trigger : undefined;
  const of = trigger.of.filter(isKnown);
  return of.length === 0 ? undefined : { kind: "union", of };
}

function zoneOf(trigger: Trigger): string | undefined {
  if (trigger.kind === "union") return trigger.of.map(zoneOf).find((zone) => zone !== undefined);
  return "zone" in trigger ? trigger.zone : undefined;
}
