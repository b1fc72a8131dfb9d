import { describe, expect, test } from "vitest";
import { binary, mutated } from "../../../scripts/fuzz/mutations.ts";
import { createRandom } from "../../../scripts/fuzz/random.ts";
import { randomFile } from "../../../scripts/fuzz/sentences.ts";
import { unsound } from "../../../scripts/fuzz/soundness.ts";
import { parse } from "../../../src/dsl/index.ts";

const seed = 20_261_124;

describe(`random files, seed ${seed}`, () => {
  test("of the grammar parse without a finding", () => {
    const random = createRandom(seed);
    for (let n = 0; n < 2_000; n++) {
      const text = randomFile(random);
      const parsed = parse(text);
      expect(parsed.findings, text).toEqual([]);
      expect(unsound(text, parsed), text).toBeUndefined();
    }
  });

  test("broken in any way are answered soundly", () => {
    const random = createRandom(seed);
    for (let n = 0; n < 4_000; n++) {
      const text = n % 50 === 0 ? binary(random, random.below(2_000)) : mutated(randomFile(random), random);
      expect(unsound(text, parse(text)), text).toBeUndefined();
    }
  });
});
