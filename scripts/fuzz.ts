/**
 * Random files: those the grammar allows must parse without a finding, those broken in any way must be answered soundly and
 * soon. Prints its seed, and with `--seed` does the same again.
 */
import { parseArgs } from "node:util";
import { parse } from "../src/dsl/index.ts";
import { binary, mutated } from "./fuzz/mutations.ts";
import { createRandom } from "./fuzz/random.ts";
import { randomFile } from "./fuzz/sentences.ts";
import { unsound } from "./fuzz/soundness.ts";

/** Milliseconds; no text of the lengths made here takes nearly so long. */
const hang = 5_000;
const unlimited = { fileSize: Infinity, nesting: Infinity, list: Infinity, findings: Infinity };

const { values } = parseArgs({
  options: {
    seed: { type: "string", default: String(Date.now() % 1_000_000_000) },
    sentences: { type: "string", default: "200000" },
    mutations: { type: "string", default: "1000000" },
  },
});
const seed = Number(values.seed);
console.log(`seed ${seed}: ${values.sentences} sentences, ${values.mutations} mutations`);

let slowest = 0;
let failures = 0;

const sentences = createRandom(seed);
for (let n = Number(values.sentences); n > 0; n--) {
  const text = randomFile(sentences);
  attempt(text, () => {
    const parsed = parse(text);
    return parsed.findings[0]?.message ?? unsound(text, parsed);
  });
}

const mutations = createRandom(seed + 1);
for (let n = Number(values.mutations); n > 0; n--) {
  const text = mutation(n);
  attempt(text, () => unsound(text, parse(text, n % 2 === 0 ? unlimited : {})));
}

console.log(`slowest ${Math.round(slowest)} ms, ${failures} failures`);
process.exitCode = failures > 0 ? 1 : 0;

/** Mostly short; now and then long, all binary, or very deep. */
function mutation(n: number): string {
  if (n % 100_000 === 0) return mutations.pick(["{", "(", "[", "group g {\n", "f([{a:"]).repeat(200_000);
  if (n % 10_000 === 0) return mutated(Array.from({ length: 500 }, () => randomFile(mutations)).join("\n"), mutations);
  if (n % 100 === 0) return binary(mutations, mutations.below(2_000));
  return mutated(randomFile(mutations), mutations);
}

function attempt(text: string, check: () => string | undefined): void {
  const start = performance.now();
  let problem: string | undefined;
  try {
    problem = check();
  } catch (error) {
    problem = `threw ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
  }
  const took = performance.now() - start;
  slowest = Math.max(slowest, took);
  if (took > hang) problem ??= `took ${Math.round(took)} ms`;
  if (problem === undefined) return;
  failures++;
  if (failures <= 10) console.error(`${problem}\n  in ${JSON.stringify(text.slice(0, 2_000))}`);
}
