/**
 * Writes `src/compiler/zones/zone-rules.json` from the time zone data of the pinned Node, the release that modules carry.
 * `--check` writes nothing and fails where the file is stale. Both take some twenty seconds.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { zoneNames } from "../src/compiler/zones/zone-names.ts";
import { offsetAt, transitions } from "../src/runtime/trigger/index.ts";
import { rulesText } from "./zones/rules-text.ts";

const path = fileURLToPath(new URL("../src/compiler/zones/zone-rules.json", import.meta.url));
const first = Date.UTC(1899, 11, 29);
const last = Date.UTC(2401, 0, 3);

const rules: Record<string, string> = {};
const links: Record<string, string> = {};
/** Names by canonical name, then by text: Intl answers the same for the links of one zone, so one of them is asked. */
const texts = new Map<string, string>();
const named = new Map<string, string>();
for (const name of [...zoneNames].filter((one) => one !== "UTC").sort()) {
  const canonical = new Intl.DateTimeFormat("en-US", { timeZone: name }).resolvedOptions().timeZone;
  const text = texts.get(canonical) ?? rulesText(offsetAt(canonical, first), transitions(canonical, first, last));
  texts.set(canonical, text);
  const same = named.get(text);
  if (same === undefined) rules[name] = text;
  else links[name] = same;
  named.set(text, same ?? name);
}

const wanted = `${JSON.stringify({ tzdb: process.versions.tz, rules, links }, null, 2)}\n`;
const there = existsSync(path) ? readFileSync(path, "utf8") : undefined;
if (there === wanted) console.log(`tzdb ${process.versions.tz}: ${Object.keys(rules).length} zones, all fresh`);
else if (process.argv.includes("--check")) {
  console.error(`stale: ${path}; run \`npm run zones\` under the pinned Node`);
  process.exitCode = 1;
} else {
  writeFileSync(path, wanted);
  console.log(`tzdb ${process.versions.tz}: ${Object.keys(rules).length} zones, ${wanted.length} bytes written`);
}
