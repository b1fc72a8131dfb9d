/**
 * What becomes of the fires of one job that are due at once. Pure: the same fires, policy and instant give the
 * same answer in every store and engine.
 *
 * Grace asks how late each fire is. Catch-up says which of those that are too late run after all. Coalesce
 * then lets one of what is left stand for the others.
 */
import type { CatchUp, Policy, Reason } from "../model/index.ts";

/** A fire whose start has come: its time, and when it was to start (later by jitter and spread). */
export interface DueFire {
  readonly fireAt: number;
  readonly startAt: number;
}

export type Fate =
  | { readonly kind: "run"; readonly fireAt: number }
  | { readonly kind: "merged"; readonly fireAt: number; readonly into: number; readonly reason: Reason }
  | { readonly kind: "missed"; readonly fireAt: number; readonly reason: Reason }
  | { readonly kind: "skipped"; readonly fireAt: number; readonly reason: Reason };

export interface DueInput {
  /** Ascending by fire time. */
  readonly fires: readonly DueFire[];
  readonly policy: Pick<Policy, "grace" | "coalesce" | "catchUp" | "limit">;
  readonly now: number;
  readonly paused: boolean;
  /** Runs of the job that have started so far, as `limit` counts them. */
  readonly started: number;
  /** Nothing was alive when these fires came: before the start, while the machine slept. */
  readonly outage: boolean;
}

/** One fate for each fire, in the order of the fires. */
export function decideDue({ fires, policy, now, paused, started, outage }: DueInput): readonly Fate[] {
  const refused = refuses({ policy, paused, started });
  if (refused !== undefined) return fires.map(({ fireAt }) => ({ kind: "skipped", fireAt, reason: refused }));

  const late = (fire: DueFire): boolean => now - fire.startAt > policy.grace;
  const [only] = fires;
  // As good as always: nothing to choose.
  if (fires.length === 1 && only !== undefined && !late(only)) return [{ kind: "run", fireAt: only.fireAt }];
  const inTime = fires.filter((fire) => !late(fire));
  const caught = fires.filter((fire) => late(fire) && isCaughtUp(fire, policy.catchUp, now));
  const chosen = choose(inTime, caught, policy);

  const eligible = new Set([...inTime, ...caught]);
  const running = new Set(chosen);
  return fires.map((fire): Fate => {
    const { fireAt } = fire;
    if (running.has(fire)) return { kind: "run", fireAt };
    if (!eligible.has(fire)) return { kind: "missed", fireAt, reason: outage ? "outage" : "grace" };
    return { kind: "merged", fireAt, into: standIn(fire, chosen, policy).fireAt, reason: "coalesced" };
  });
}

/** The one fate of the fires that are too many and too old to be looked at singly. */
export function decideRest(input: Omit<DueInput, "fires" | "now">): {
  readonly kind: "skipped" | "missed";
  readonly reason: Reason;
} {
  const refused = refuses(input);
  if (refused !== undefined) return { kind: "skipped", reason: refused };
  if (input.policy.catchUp.mode !== "none") return { kind: "skipped", reason: "cap" };
  return { kind: "missed", reason: input.outage ? "outage" : "grace" };
}

/** What keeps every fire of the job from running. */
function refuses({ policy, paused, started }: Pick<DueInput, "policy" | "paused" | "started">): Reason | undefined {
  if (paused) return "paused";
  return started >= (policy.limit ?? Number.POSITIVE_INFINITY) ? "limit" : undefined;
}

function isCaughtUp(fire: DueFire, { mode, within }: CatchUp, now: number): boolean {
  return mode !== "none" && now - fire.startAt <= (within ?? Number.POSITIVE_INFINITY);
}

/** `catch up all` keeps every fire of the gap, so it overrules coalescing wherever it has found one. */
function choose(
  inTime: readonly DueFire[],
  caught: readonly DueFire[],
  { coalesce, catchUp }: DueInput["policy"],
): readonly DueFire[] {
  const newest = catchUp.mode === "latest" ? caught.slice(-1) : caught;
  const left = [...newest, ...inTime].sort((a, b) => a.fireAt - b.fireAt);
  if (coalesce === "none" || (catchUp.mode === "all" && caught.length > 0)) return left;
  return coalesce === "earliest" ? left.slice(0, 1) : left.slice(-1);
}

/** The run that a merged fire went into: the next one, or the last where none comes after. */
function standIn(fire: DueFire, chosen: readonly DueFire[], { coalesce }: DueInput["policy"]): DueFire {
  const later = chosen.find((other) => other.fireAt > fire.fireAt);
  return (coalesce === "earliest" ? chosen[0] : later) ?? (chosen.at(-1) as DueFire);
}
