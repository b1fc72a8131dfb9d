/**
 * `npm run bench:compile`: what compiling costs, beside the parser, Prettier and `tsc` alone. Writes the section
 * "Compiling" of `docs/performance.md`. Needs `npm run build`.
 */
import { execFile } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { type TypeChecking, typeChecking } from "./compile/type-checking.ts";
import { median } from "./contest.ts";
import { table } from "./report.ts";
import { withSection } from "./section.ts";

const run = promisify(execFile);
const child = fileURLToPath(new URL("compile/child.ts", import.meta.url));
const page = fileURLToPath(new URL("../docs/performance.md", import.meta.url));
const ROUNDS = 5;

type Numbers = Readonly<Record<string, number>>;

async function measure(what: string, jobs: number, files: number): Promise<Numbers> {
  const { stdout } = await run(process.execPath, [child, what, String(jobs), String(files)]);
  console.log(`${what} ${jobs}: ${stdout.trim()}`);
  return JSON.parse(stdout) as Numbers;
}

/** Each in new processes, in turn with the others; of each number the median. */
async function rounds(
  what: readonly string[],
  jobs: number,
  files: number,
  count: number,
): Promise<readonly Numbers[]> {
  const results = what.map((): Numbers[] => []);
  for (let round = 0; round < count; round++) {
    for (const [at, one] of what.entries()) results[at]?.push(await measure(one, jobs, files));
  }
  return results.map((all) => {
    const keys = Object.keys(all[0] ?? {});
    return Object.fromEntries(keys.map((key) => [key, median(all.map((one) => one[key] ?? Number.NaN))]));
  });
}

const [parsed, checked, drafted] = await rounds(["parsing", "checking", "drafting"], 10_000, 100, ROUNDS);
const [large] = await rounds(["checking"], 100_000, 1000, 1);
const [finished] = await rounds(["finishing"], 500, 5, 1);
const typed = await typeChecking(10_000);

const ms = (value: number | undefined): string => Math.round(value ?? Number.NaN).toLocaleString("en-US");
const times = (value: number | undefined, of: number | undefined): string =>
  `${((value ?? Number.NaN) / (of ?? Number.NaN)).toFixed(1)}×`;

function typeRow({ version, seconds: { calls, imported, given } }: TypeChecking): readonly string[] {
  const cell = (value: number): string => `${value.toFixed(2)} (${times(value, calls)})`;
  return [`TypeScript ${version}`, calls.toFixed(2), cell(imported), cell(given)];
}

const section = `Made by \`npm run bench:compile\`. 10,000 jobs in 100 files, each job with a doc comment, a sentence, a call with two arguments and an id,
every other one with a policy; some 900 different triggers. Each line is the first work of a new process, lines in turn, the median
of five. Read the ratios: other work on the machine makes all of them slower.

${table(
  ["work", "ms", "beside the parser alone"],
  [
    ["the parser alone: text to trees", ms(parsed?.ms), ""],
    ["findings and plan", ms(checked?.ms), times(checked?.ms, parsed?.ms)],
    [
      "findings and plan of 100,000 jobs in 1,000 files",
      ms(large?.ms),
      `${times(large?.ms, checked?.ms)} ten thousand`,
    ],
    [`modules, unformatted (${ms((drafted?.bytes ?? 0) / 1000)} kB)`, ms(drafted?.ms), times(drafted?.ms, parsed?.ms)],
  ],
)}

The most memory that the process held: ${ms(checked?.megabytes)} MB for findings and plan of 10,000 jobs, ${ms(large?.megabytes)} MB of 100,000. Most of it is room for
what is young, which V8 takes while it is there: with \`--max-semi-space-size=8\` ten thousand jobs take 210 MB and no longer.

${table(
  ["modules of 500 jobs, the second time in one process", "ms", "beside Prettier alone"],
  [
    ["Prettier alone on the unformatted text", ms(finished?.prettier), ""],
    ["formatted and stamped", ms(finished?.finished), times(finished?.finished, finished?.prettier)],
    [
      "known by the stamp to be current",
      (finished?.current ?? 0).toFixed(1),
      times(finished?.current, finished?.prettier),
    ],
  ],
)}

${table(["`tsc --noEmit` over 10,000 jobs, s", "their calls alone", "the module, tasks imported", "the module, tasks given"], typed.map(typeRow))}
`;

writeFileSync(page, withSection(readFileSync(page, "utf8"), "Compiling", section));
console.log(section);
