/** Plans made in tests: without errors, and each held against the schema that ships. */
import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { check, type Diagnostic, type Plan, type PlanJob } from "schedc";
import { fires, type Trigger } from "schedc/runtime";
import { expect } from "vitest";

const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, strictRequired: false });

export function schemaErrors(name: "plan" | "config", data: unknown): unknown[] {
  const file = new URL(`../../schema/${name}.json`, import.meta.url);
  const schema = JSON.parse(readFileSync(file, "utf8")) as object;
  const validate = ajv.getSchema(name) ?? ajv.addSchema(schema, name).getSchema(name);
  return validate?.(data) === true ? [] : (validate?.errors ?? ["no schema"]);
}

export async function planOf(text: string): Promise<Plan> {
  const { diagnostics, plan } = await check({ files: { "test.sched": text } });
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  expect(schemaErrors("plan", plan)).toEqual([]);
  return plan;
}

export async function jobOf(text: string): Promise<PlanJob> {
  const { jobs } = await planOf(text);
  expect(jobs).toHaveLength(1);
  return jobs[0] as PlanJob;
}

/** Errors and warnings of a text, `code: the text that they point at`. */
export async function findingsOf(text: string, now?: number): Promise<readonly string[]> {
  const { diagnostics } = await check({ files: { "test.sched": text }, ...(now !== undefined && { now }) });
  return diagnostics.map(({ code, span }: Diagnostic) => `${code}: ${text.slice(span.start, span.end)}`);
}

/** So many fires from an instant on, itself within, as `YYYY-MM-DD HH:MM` (with seconds where there are any) in UTC. */
export function firesFrom(trigger: Trigger, from: string, limit: number): readonly string[] {
  const after = Date.parse(from.length === 10 ? `${from}T00:00Z` : `${from.replace(" ", "T")}Z`) - 1;
  return [...fires(trigger, { after, limit })].map((at) =>
    new Date(at)
      .toISOString()
      .replace("T", " ")
      .replace(/(:00)?\.000Z$/, ""),
  );
}

/** `[sentence, from, fires…]`; an entry without a date repeats the one before it. `#` marks the end of all fires. */
export type Row = readonly [sentence: string, from: string, ...fires: string[]];

export async function expectFires([sentence = "", from = "", ...written]: readonly string[]): Promise<void> {
  const { trigger } = await jobOf(`${sentence}\n`);
  const ends = written.at(-1) === "#";
  let date = "";
  const wanted = written
    .filter((text) => text !== "#")
    .map((text) => {
      if (text.includes(" ")) date = text.slice(0, 10);
      return text.includes(" ") ? text : `${date} ${text}`;
    });
  expect(firesFrom(trigger, from, wanted.length + (ends ? 1 : 0))).toEqual(wanted);
}
