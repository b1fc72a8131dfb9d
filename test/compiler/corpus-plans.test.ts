/** Every phrase of the corpus as a plan: held to the schema, and able to say when it fires next. */
import { readFileSync } from "node:fs";
import { check } from "schedc";
import { nextFire } from "schedc/runtime";
import { expect, test } from "vitest";
import { schemaErrors } from "./plan-of.ts";

const file = new URL("../corpus/phrases.tsv", import.meta.url);
const phrases = readFileSync(file, "utf8")
  .split("\n")
  .flatMap((line) => line.split("\t").at(-1)?.replaceAll("⏎", "\n") ?? [])
  .filter((text) => text.includes(" run "));

test("all of them", async () => {
  const kinds = new Set<string>();
  for (const text of phrases) {
    const { plan } = await check({ files: { "phrase.sched": `${text}\n` } });
    expect([text, schemaErrors("plan", plan)]).toEqual([text, []]);
    for (const { trigger } of plan.jobs) {
      kinds.add(trigger.kind);
      if (["calendar", "elapsed", "union"].includes(trigger.kind)) {
        expect([text, typeof nextFire(trigger, Date.UTC(1999, 0, 1))]).toEqual([text, "number"]);
      }
    }
  }
  expect([...kinds].sort()).toEqual(
    expect.arrayContaining(["calendar", "completion", "elapsed", "instants", "startup"]),
  );
});
