/** The README's rows against the file and the engine: a sentence that is not the file's, or a wrong fire time, fails here. */
import { readFileSync } from "node:fs";
import { check, type PlanJob } from "schedc";
import { fires } from "schedc/runtime";
import { describe, expect, test } from "vitest";
import { clock, day } from "../demo/times.ts";
import { type JobId, schedule } from "../jobs.sched.ts";

const here = (name: string): string => readFileSync(new URL(`../${name}`, import.meta.url), "utf8");
const source = here("jobs.sched");

interface Row {
  readonly id: string;
  /** The sentence, then its policies. */
  readonly code: readonly string[];
  readonly fires: string;
}

const rows: readonly Row[] = here("README.md")
  .split("\n")
  .filter((line) => line.startsWith("| `"))
  .map((line) => {
    const [original = "", sentence = "", times = ""] = line.slice(2, -2).split(" | ");
    const code = [...sentence.matchAll(/`([^`]+)`/g)].map(([, text = ""]) => text);
    return { id: original.split("`")[1] ?? "", code, fires: times };
  });

async function jobsOf(text: string): Promise<readonly PlanJob[]> {
  const { diagnostics, plan } = await check({ files: { "jobs.sched": text } });
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  return plan?.jobs ?? [];
}

test("the README shows every job, in the order of the file", () => {
  expect(rows.map(({ id }) => id)).toEqual(Object.keys(schedule.jobs));
});

describe.each(rows)("$id", ({ id, code, fires: written }) => {
  test("means what jobs.sched means", async () => {
    const shown = await jobsOf(`defaults {\n  timezone Europe/Berlin\n}\n\n${code.join(" ")} id "${id}"\n`);
    const kept = (await jobsOf(source)).find((job) => job.id === id);
    expect(shown).toEqual([{ ...kept, name: id }]);
  });

  test("fires as it says", () => {
    const { trigger } = schedule.jobs[id as JobId];
    const midnight = Date.parse("2023-12-31T23:00:00Z");
    const three = [...fires(trigger, { after: midnight - 1, limit: 3 })];
    expect(written).toBe(three.map((at) => `${day(at)} ${clock(at)}`).join(" · "));
  });
});
