/** `schedc backfill`: a running service makes the runs of a past span. */
import { SchedcError } from "../../runtime/model/index.ts";
import { parseInstant } from "../instant.ts";
import type { Call } from "../options.ts";
import { askEach, jobsNamed, operatorOf, zoneOfJob } from "../store-file.ts";

export async function run(call: Call): Promise<number> {
  const { options, paths, terminal } = call;
  // An instant without an offset is read on the clock of the jobs, and all jobs of one call have to mean the same.
  const zones = [...new Set((await jobsNamed(operatorOf(call), paths)).map(zoneOfJob))];
  const from = parseInstant(String(options.from), "--from", zones[0]);
  const until = options.until === undefined ? terminal.now() : parseInstant(String(options.until), "--until", zones[0]);
  const ofZones = zones.map((zone) => parseInstant(String(options.from), "--from", zone));
  if (ofZones.some((at) => at !== from)) {
    throw new SchedcError(`--from ${options.from} is another instant in ${zones.join(" and ")}; write it with Z`, {
      code: "cli/span",
    });
  }
  if (until < from) throw new SchedcError("--until lies before --from", { code: "cli/span" });
  return await askEach(call, (operator, job) => operator.backfill(job, { from, until }));
}
