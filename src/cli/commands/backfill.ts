/** `schedc backfill`: a running service makes the runs of a past span. */
import { SchedcError } from "../../runtime/model/index.ts";
import { parseInstant } from "../instant.ts";
import type { Call } from "../options.ts";
import { askEach, openNamed, zoneOfJob } from "../store-file.ts";

export async function run(call: Call): Promise<number> {
  const { options, terminal } = call;
  const named = await openNamed(call);
  const zones = [...new Set(named.jobs.map(zoneOfJob))];
  const from = instantIn(zones, String(options.from), "--from");
  const until = options.until === undefined ? terminal.now() : instantIn(zones, String(options.until), "--until");
  if (until < from) throw new SchedcError("--until lies before --from", { code: "cli/span" });
  return await askEach(call, named, (operator, job) => operator.backfill(job, { from, until }));
}

/** What names no offset is read on the clock of the jobs, and all jobs of one call have to mean the same. */
function instantIn(zones: readonly string[], text: string, option: string): number {
  const [instant, ...others] = new Set(zones.map((zone) => parseInstant(text, option, zone)));
  if (instant === undefined) return parseInstant(text, option);
  if (others.length === 0) return instant;
  throw new SchedcError(`${option} ${text} is another instant in ${zones.join(" and ")}; write it with Z`, {
    code: "cli/span",
  });
}
