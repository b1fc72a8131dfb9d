/** A build that renews the zone rules of a module says which fires move by it. */
import { type Finding, finding } from "../../dsl/index.ts";
import { isoInstant } from "../../runtime/model/index.ts";
import { withSeverities } from "../config/severities.ts";
import type { Config } from "../config/types.ts";
import { carriedIn } from "../emit/index.ts";
import type { PlanJob } from "../plan/types.ts";
import { type MovedFire, movedFires, tzdb } from "../zones/index.ts";
import { firstLine } from "./stale.ts";

/** How many jobs are told of by name. */
const TOLD = 5;

/** Undefined where no fire moves or the config says so; `text` is the module as it stands. */
export function zoneChange(
  module: string,
  text: string,
  jobs: readonly PlanJob[],
  config: Config = {},
): Finding | undefined {
  const before = carriedIn(text);
  if (before === undefined || before.tzdb === tzdb) return undefined;
  const moved = movedFires(before, jobs);
  if (moved.length === 0) return undefined;
  const told = moved.slice(0, TOLD).map(inWords);
  const more = moved.length > TOLD ? [`${moved.length - TOLD} more`] : [];
  const moves = [...told, ...more].join("; ");
  const change = finding("build/rules-changed", firstLine(text), { module, was: before.tzdb, is: tzdb, moves });
  return withSeverities([change], config)[0];
}

function inWords({ job, was, is }: MovedFire): string {
  const shown = (instant: number | undefined): string => (instant === undefined ? "never" : isoInstant(instant));
  return `\`${job}\` at ${shown(is)} instead of ${shown(was)}`;
}
