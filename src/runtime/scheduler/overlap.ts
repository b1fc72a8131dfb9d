/** What a fire does that finds runs of its job under way. Pure. */
import type { Policy } from "../model/index.ts";

export type Verdict =
  | "start"
  /** Waits for a place. */
  | "wait"
  /** Ends the oldest run under way and waits for its place. */
  | "replace"
  /** Takes the place of the oldest fire that waits. */
  | "displace"
  | "skip";

export interface Occupancy {
  /** Fires of the job that hold a place: started, or sure to start. */
  readonly active: number;
  /** Those among them that were already told to end. */
  readonly ending: number;
  /** Fires that wait for a place. */
  readonly waiting: number;
}

export function decideOverlap(
  { max, overlap, queue }: Pick<Policy, "max" | "overlap" | "queue">,
  { active, ending, waiting }: Occupancy,
): Verdict {
  if (overlap === "allow" || (active < max && waiting === 0)) return "start";
  switch (overlap) {
    case "skip":
      return "skip";
    case "queue":
      return waiting < (queue ?? Number.POSITIVE_INFINITY) ? "wait" : "skip";
    case "replace":
      return ending < active ? "replace" : "displace";
  }
}
