/** The README's rows against the file and the engine: a sentence that is not the file's, or a wrong fire time, fails here. */
import { readFileSync } from "node:fs";
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

test("the README shows every job, in the order of the file", () => {
  expect(rows.map(({ id }) => id)).toEqual(Object.keys(schedule.jobs));
});

describe.each(rows)("$id", ({ id, code, fires: written }) => {
  const [sentence = "", ...policies] = code;

  test("is written as in jobs.sched", () => {
    const statement = source.split(/\n(?=every )/).find((text) => text.includes(`id "${id}"`)) ?? "";
    const [first, ...lines] = statement
      .split("\n")
      .map((line) => line.trim())
      .filter((line) => !line.startsWith("//"));
    expect(`${sentence} {`).toBe(first);
    expect(lines.slice(0, policies.length)).toEqual(policies);
    expect(lines[policies.length]).toBe(`id "${id}"`);
  });

  test("fires as it says", () => {
    const { trigger } = schedule.jobs[id as JobId];
    const midnight = Date.parse("2023-12-31T23:00:00Z");
    const three = [...fires(trigger, { after: midnight - 1, limit: 3 })];
    expect(written).toBe(three.map((at) => `${day(at)} ${clock(at)}`).join(" · "));
  });
});
