/**
 * Holds `cron "…"` against the fire times that other schedulers' own tests expect.
 *
 *   node --conditions=schedc-source scripts/vectors.ts FOLDER [--verbose]
 *
 * Fails when a core case is wrong or refused, an ext case wrong, or nothing was held against anything.
 */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { judge, type Verdict } from "./vectors/judge.ts";
import { knownFailures } from "./vectors/known-failures.ts";
import { isCron, type VectorCase, type VectorFile } from "./vectors/vector-case.ts";

type Counts = Record<Verdict["kind"], number>;

const folder = process.argv[2];
const verbose = process.argv.includes("--verbose");
if (folder === undefined) {
  console.error("usage: vectors.ts FOLDER [--verbose]");
  process.exit(2);
}

const failures: string[] = [];
const total: Counts = { right: 0, wrong: 0, refused: 0, other: 0 };
for (const name of (await readdir(folder)).filter((file) => file.endsWith(".json")).sort()) {
  const file = JSON.parse(await readFile(join(folder, name), "utf8")) as VectorFile;
  const tiers = new Map<string, Counts>();
  for (const vector of file.cases) {
    if (!isCron(file, vector)) continue;
    const tier = vector.tier ?? "untiered";
    const counts = tiers.get(tier) ?? { right: 0, wrong: 0, refused: 0, other: 0 };
    tiers.set(tier, counts);
    const verdict = await judge(vector);
    counts[verdict.kind]++;
    total[verdict.kind]++;
    note(tier, vector, verdict);
  }
  for (const [tier, { right, wrong, refused, other }] of [...tiers].sort()) {
    console.log(`${name} ${tier}: ${right} right, ${wrong} wrong, ${refused} refused, ${other} not for us`);
  }
}
console.log(`all: ${total.right} right, ${total.wrong} wrong, ${total.refused} refused, ${total.other} not for us`);
for (const failure of failures) console.error(failure);
if (total.right === 0) console.error("nothing was held against anything");
process.exitCode = failures.length > 0 || total.right === 0 ? 1 : 0;

function note(tier: string, vector: VectorCase, verdict: Verdict): void {
  const fails = verdict.kind === "wrong" || (verdict.kind === "refused" && tier === "core");
  const line = `${vector.id} ${tier} ${JSON.stringify(vector.expr)} ${vector.tz ?? ""}: ${JSON.stringify(verdict)}`;
  if (verbose && verdict.kind !== "right") console.log(line);
  if (tier !== "core" && tier !== "ext" && tier !== "policy") return;
  if (Object.hasOwn(knownFailures, vector.id)) {
    if (!fails) failures.push(`${vector.id} holds now: take it out of the known failures`);
  } else if (fails) failures.push(line);
}
