/** `schedc history`: what became of the fires that a store still knows. */
import { SchedcError } from "../../runtime/model/index.ts";
import type { FireView, HistoryQuery } from "../../runtime/store/index.ts";
import { exitCode } from "../exit-code.ts";
import { fateJson, fateLine } from "../fire-text.ts";
import { parseInstant } from "../instant.ts";
import type { Call } from "../options.ts";
import { createStyle } from "../render/index.ts";
import { counted, json } from "../report.ts";
import { openNamed, zoneOfJob } from "../store-file.ts";
import { wantsColor } from "../terminal.ts";

const states = ["waiting", "running", "retrying", "succeeded", "failed", "skipped", "missed", "merged"] as const;

export async function run(call: Call): Promise<number> {
  const { options, paths, terminal } = call;
  const { operator, jobs: named } = await openNamed(call);
  const jobs = new Map(named.map((job) => [job.id, job]));
  const query = queryOf(options);
  const pages =
    paths.length === 0
      ? [await operator.history(query)]
      : await Promise.all([...jobs.keys()].map((job) => operator.history({ ...query, job })));
  const fires = newest(pages.flat(), query.limit ?? 0);
  if (options.format === "json") {
    terminal.out(json({ version: 1, fires: fires.map(fateJson) }));
    return exitCode.clean;
  }
  const style = createStyle(wantsColor(options.color, terminal.stdout, terminal.env));
  const width = Math.max(0, ...fires.map(({ job }) => job.length));
  for (const fire of fires) terminal.out(fateLine(fire, zoneOfJob(jobs.get(fire.job) ?? {}), width, style));
  if (!options.quiet)
    terminal.err(`${fires.length === 0 ? "no fires" : `${counted(fires.length, "fire")}, the newest first`}\n`);
  return exitCode.clean;
}

function newest(fires: readonly FireView[], limit: number): readonly FireView[] {
  return fires.toSorted((a, b) => b.fireAt - a.fireAt).slice(0, limit);
}

function queryOf({ state, before, count }: Call["options"]): HistoryQuery {
  return {
    limit: typeof count === "number" ? count : 20,
    ...(typeof before === "string" && { before: parseInstant(before, "--before") }),
    ...(typeof state === "string" && { state: state.split(",").map(knownState) }),
  };
}

function knownState(text: string): (typeof states)[number] {
  const known = states.find((one) => one === text.trim());
  if (known) return known;
  throw new SchedcError(`--state: there is no state ${text}; there are ${states.join(", ")}`, { code: "cli/state" });
}
