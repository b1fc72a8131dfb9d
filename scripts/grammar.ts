/**
 * Writes `grammar/sched.ebnf` and `grammar/railroad.html` from the rules of the parser. `--check` writes nothing and fails
 * where one is stale or missing.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { ebnf } from "./grammar/ebnf.ts";
import { railroad } from "./grammar/railroad.ts";
import { grammarRules } from "./grammar/terms.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const rules = grammarRules();
const wanted: Readonly<Record<string, string>> = {
  "grammar/sched.ebnf": ebnf(rules),
  "grammar/railroad.html": railroad(rules),
};
const stale = Object.keys(wanted).filter((name) => read(name) !== wanted[name]);

if (process.argv.includes("--check")) {
  for (const name of stale) console.error(`stale: ${name}`);
  if (stale.length > 0) {
    console.error("run `npm run generate`");
    process.exitCode = 1;
  }
} else {
  for (const name of stale) writeFileSync(`${root}${name}`, wanted[name] ?? "");
  console.log(`${rules.length} rules, ${stale.length} files written`);
}

function read(name: string): string | undefined {
  return existsSync(`${root}${name}`) ? readFileSync(`${root}${name}`, "utf8") : undefined;
}
