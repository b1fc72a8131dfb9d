/** The formatter on random files: it keeps their meaning and settles at once; on broken ones it settles, and breaks no more. */
import { check } from "schedc";
import { describe, expect, test } from "vitest";
import { binary, mutated } from "../../scripts/fuzz/mutations.ts";
import { createRandom } from "../../scripts/fuzz/random.ts";
import { randomFile } from "../../scripts/fuzz/sentences.ts";
import { format, parse } from "../../src/dsl/index.ts";
import { meaningOf } from "./format-meaning.ts";

const seed = 20_261_125;

function settled(text: string): string {
  const once = format(text).text;
  expect(format(once).text, text).toBe(once);
  expect(meaningOf(parse(once).file), text).toEqual(meaningOf(parse(text.replace(/^\ufeff/, "")).file));
  return once;
}

describe(`random files, seed ${seed}`, () => {
  test("of the grammar keep their meaning and their comments", () => {
    const random = createRandom(seed);
    for (let n = 0; n < 500; n++) {
      const text = randomFile(random);
      const before = parse(text);
      const after = parse(settled(text));
      expect(before.findings, text).toEqual([]);
      expect(after.findings, text).toEqual([]);
      expect(after.file.comments.length, text).toBe(before.file.comments.length);
    }
  });

  test("of the grammar keep their plan and their findings", async () => {
    const random = createRandom(seed);
    const result = async (text: string): Promise<unknown> => {
      const { plan, diagnostics } = await check({ files: { "a.sched": text } });
      return { plan, codes: diagnostics.map(({ code }) => code).toSorted() };
    };
    for (let n = 0; n < 250; n++) {
      const text = randomFile(random);
      expect(await result(format(text).text), text).toEqual(await result(text));
    }
  });

  test("broken in any way settle", () => {
    const random = createRandom(seed);
    for (let n = 0; n < 700; n++) {
      settled(n % 50 === 0 ? binary(random, random.below(2_000)) : mutated(randomFile(random), random));
    }
  });
});
