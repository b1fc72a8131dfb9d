/** Loads modules in a process of their own and tells whether anything of them did more than be there. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Registers every job at a scheduler that only looks, runs none, and reports what changed. */
const loader = `
const before = Object.getOwnPropertyNames(Object.prototype).sort().join();
const found = [];
for (const name of process.argv.slice(1)) {
  try {
    const { schedule, register } = await import(name);
    register({ add: (given) => Object.keys(given.jobs) }, {});
    JSON.stringify(schedule);
  } catch (error) {
    found.push(name + ": " + error);
  }
}
if ("hacked" in globalThis) found.push("a global was set");
if (Object.getOwnPropertyNames(Object.prototype).sort().join() !== before) found.push("all objects were changed");
console.log(JSON.stringify(found));
`;

/** What went wrong, in words; the modules import nothing that runs. */
export function loadedWith(modules: readonly string[]): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), "schedc-attacks-"));
  try {
    const names = modules.map((_, i) => `module${i}.ts`);
    modules.forEach((code, i) => {
      writeFileSync(join(folder, names[i] as string), code);
    });
    writeFileSync(
      join(folder, "loader.mjs"),
      loader.replace("process.argv.slice(1)", JSON.stringify(names.map((n) => `./${n}`))),
    );
    const flags = ["--disallow-code-generation-from-strings", "--experimental-strip-types", "--no-warnings"];
    const ran = spawnSync(process.execPath, [...flags, "loader.mjs"], { cwd: folder, encoding: "utf8", env: {} });
    if (ran.status !== 0) return [ran.stderr];
    const made = readdirSync(folder).filter((name) => name !== "loader.mjs" && !names.includes(name));
    return [...(JSON.parse(ran.stdout) as string[]), ...made.map((name) => `wrote ${name}`)];
  } finally {
    rmSync(folder, { recursive: true });
  }
}
