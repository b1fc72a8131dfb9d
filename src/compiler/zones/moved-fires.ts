/** What newer zone rules do to jobs: the first fire of each that they move. */
import type { CarriedZones, Trigger } from "../../runtime/model/index.ts";
import { carryZones, prepare } from "../../runtime/trigger/index.ts";
import { carriedZones } from "./carried-zones.ts";
import { withZones, zonesIn } from "./zones-in.ts";

export interface MovedFire {
  readonly job: string;
  /** Epoch milliseconds; undefined where there is no fire any more. */
  readonly was: number | undefined;
  readonly is: number | undefined;
}

/** How many fires of a job are compared: more than a year of every half hour. */
const COMPARED = 20_000;

/**
 * The first fire of each job that is another one under the rules carried now than under those of `before`, from the year
 * of that release on: no clock is read, and a module is no older than its rules.
 */
export function movedFires(
  before: CarriedZones,
  jobs: readonly { readonly id: string; readonly trigger: Trigger }[],
): readonly MovedFire[] {
  const from = Date.UTC(Number.parseInt(before.tzdb, 10), 0, 1);
  const now = carriedZones(jobs.map(({ trigger }) => trigger))?.rules ?? {};
  const changed = new Set(Object.keys(now).filter((name) => name in before.rules && before.rules[name] !== now[name]));
  const old = (zone: string): string => (changed.has(zone) ? `${zone} of ${before.tzdb}` : zone);
  const rules = Object.fromEntries([...changed].map((zone) => [old(zone), before.rules[zone] as string]));
  carryZones({ tzdb: before.tzdb, rules });
  return jobs.flatMap(({ id, trigger }) => {
    if (hasCustom(trigger) || !zonesIn(trigger).some((zone) => changed.has(zone))) return [];
    return firstMoved(id, withZones(trigger, old), trigger, from) ?? [];
  });
}

function firstMoved(job: string, before: Trigger, after: Trigger, from: number): MovedFire | undefined {
  const [old, fresh] = [prepare(before), prepare(after)];
  let was = old.next(from);
  let is = fresh.next(from);
  for (let count = 0; was === is; count++) {
    if (was === undefined || is === undefined || count === COMPARED) return undefined;
    was = old.next(was);
    is = fresh.next(is);
  }
  return { job, was, is };
}

/** Nobody can tell the fires of a function. */
function hasCustom(trigger: Trigger): boolean {
  return trigger.kind === "custom" || (trigger.kind === "union" && trigger.of.some(hasCustom));
}
