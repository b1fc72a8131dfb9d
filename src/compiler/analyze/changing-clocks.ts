/** Clock times that a change of the clock leaves out or repeats, in the years to come. */
import { type Finding, finding } from "../../dsl/index.ts";
import type { CalendarTrigger, InstantsTrigger } from "../../runtime/model/index.ts";
import { isFire, localTime, nextFire, type Transition, transitions } from "../../runtime/trigger/index.ts";
import { clockText } from "../plan/index.ts";
import { isTimed, lookFrom, membersOf, type Timed } from "./members.ts";
import type { Subject } from "./subject.ts";

/** Long enough that a day of the month or of the week meets each change of a yearly rule. */
const years = 10;
const yearLength = 31_556_952_000;
/** In seconds. */
const dayLength = 86_400;

/** At most one of each for a trigger: the first to come. A `dst …` of the job's own says that it is known of clock times. */
export function findChangingClocks({ node, trigger, settings }: Subject, now: number | undefined): readonly Finding[] {
  const from = now ?? lookFrom;
  const findings: Finding[] = [];
  for (const member of membersOf(trigger)) {
    if (!isTimed(member) || member.zone === "UTC") continue;
    const hits = hitsOf(member, from);
    const { zone } = member;
    const of = member.kind === "instants" ? "instant" : "clock";
    const spokenOf = (policy: "dst gap" | "dst overlap") => of === "clock" && settings.policies.has(policy);
    const gap = hits.find((hit) => hit.kind === "gap");
    if (gap && !spokenOf("dst gap")) {
      const fires = clockText(localTime(zone, gap.at).seconds);
      findings.push(finding("time/clock-in-gap", node.span, { clock: gap.clock, date: gap.date, zone, fires, of }));
    }
    const overlap = hits.find((hit) => hit.kind === "overlap");
    if (overlap && !spokenOf("dst overlap")) {
      findings.push(
        finding("time/clock-in-overlap", node.span, { clock: overlap.clock, date: overlap.date, zone, of }),
      );
    }
  }
  return findings;
}

interface Hit {
  readonly kind: "gap" | "overlap";
  readonly clock: string;
  readonly date: string;
  /** The first instant of the new offset. */
  readonly at: number;
}

/** Jobs of a build share their triggers, and are looked at from one instant. */
const known = new WeakMap<Timed, { readonly from: number; readonly hits: readonly Hit[] }>();

function hitsOf(member: Timed, from: number): readonly Hit[] {
  const before = known.get(member);
  if (before?.from === from) return before.hits;
  const hits = findHits(member, from);
  known.set(member, { from, hits });
  return hits;
}

function findHits(member: Timed, from: number): readonly Hit[] {
  if (member.kind === "instants") return pointHits(member);
  if (member.kind !== "calendar" || !("at" in member.times)) return [];
  const changes = transitions(member.zone, from, from + years * yearLength);
  return member.times.at
    .flatMap((clock) => {
      const seconds = secondsWithin(clock);
      const touching = changes.filter((change) => touches(change, seconds));
      return touching.length === 0 ? [] : clockHits(member, clock, touching);
    })
    .sort((a, b) => a.at - b.at);
}

/** Whether a change leaves out or repeats this time of day, whatever the date: most clocks are far from any. */
function touches({ at, before, after }: Transition, clock: number): boolean {
  const first = at / 1000 + Math.min(before, after);
  const length = Math.abs(after - before);
  return length >= dayLength || (((clock - first) % dayLength) + dayLength) % dayLength < length;
}

/** A clock alone, so that no other of the same trigger can stand in for it. */
function clockHits(trigger: CalendarTrigger, clock: string, changes: readonly Transition[]): readonly Hit[] {
  const alone = { ...trigger, times: { at: [clock] } };
  const kept: CalendarTrigger = { ...alone, dst: { gap: "skip", overlap: "first" } };
  const moved: CalendarTrigger = { ...alone, dst: { gap: "after", overlap: "first" } };
  return changes.flatMap(({ at, before, after }): readonly Hit[] => {
    const shown = clockText(secondsWithin(clock));
    if (after > before) {
      if (!isFire(moved, at) || isFire(kept, at)) return [];
      return [{ kind: "gap", clock: shown, date: localTime(trigger.zone, at).date, at }];
    }
    // The hour before the change is the first pass of what comes again.
    const first = nextFire(kept, at - (before - after) * 1000 - 1);
    if (first === undefined || first >= at) return [];
    return [{ kind: "overlap", clock: shown, date: localTime(trigger.zone, first).date, at }];
  });
}

function secondsWithin(clock: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = clock.split(":").map(Number);
  return (hours % 24) * 3600 + minutes * 60 + seconds;
}

/** A single instant written as a local time: its clock does not read so, or reads so again. */
function pointHits({ at, zone }: InstantsTrigger): readonly Hit[] {
  return at.flatMap((point): readonly Hit[] => {
    const text = typeof point === "string" ? point : point.at;
    if (text.endsWith("Z")) return [];
    const local = Date.parse(`${text}Z`);
    const [date = "", clock = ""] = text.split("T");
    const shown = clockText(secondsWithin(clock));
    const near = transitions(zone, local - 2 * 86_400_000, local + 2 * 86_400_000);
    return near.flatMap(({ at: change, before, after }): readonly Hit[] => {
      const [from, to] = [change + Math.min(before, after) * 1000, change + Math.max(before, after) * 1000];
      if (local < from || local >= to) return [];
      return [{ kind: after > before ? "gap" : "overlap", clock: shown, date, at: change }];
    });
  });
}
