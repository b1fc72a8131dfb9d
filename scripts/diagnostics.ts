/**
 * Writes `docs/diagnostics`: a page for each finding of the registry, with the example of its fixture, and an index.
 * `--check` writes nothing and fails where a page is stale, missing or left over.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { exampleOf } from "./diagnostics/examples.ts";
import { pages } from "./diagnostics/pages.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = join(root, "docs/diagnostics");
const wanted = pages((code) => exampleOf(root, code));
const there = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".md"));
const stale = [...wanted].filter(([name, text]) => !there.includes(name) || read(name) !== text).map(([name]) => name);
const leftOver = there.filter((name) => !wanted.has(name));

if (process.argv.includes("--check")) {
  for (const name of stale) console.error(`stale: docs/diagnostics/${name}`);
  for (const name of leftOver) console.error(`left over: docs/diagnostics/${name}`);
  if (stale.length + leftOver.length > 0) {
    console.error("run `npm run generate`");
    process.exitCode = 1;
  }
} else {
  for (const name of leftOver) rmSync(join(folder, name));
  for (const name of stale) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), wanted.get(name) ?? "");
  }
  console.log(`${wanted.size} pages, ${stale.length} written, ${leftOver.length} removed`);
}

function read(name: string): string {
  return readFileSync(join(folder, name), "utf8");
}
