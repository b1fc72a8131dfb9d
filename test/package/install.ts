/** Packs both packages and installs them into empty folders, as a user would. */
import { execFileSync, type SpawnSyncReturns, spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../..", import.meta.url));

/** Packs the package in `folder` into `into`; answers the tarball's path. */
export function pack(folder: string, into: string): string {
  const said = execFileSync("npm", ["pack", "--silent", "--pack-destination", into], { cwd: folder, encoding: "utf8" });
  return join(into, said.trim().split("\n").at(-1) ?? "");
}

/** The paths in a tarball, without its leading folder. */
export function contents(tarball: string): string[] {
  return execFileSync("tar", ["-tzf", tarball], { encoding: "utf8" })
    .trim()
    .split("\n")
    .map((path) => path.replace(/^package\//, ""))
    .sort();
}

/** An app of its own with these files and one package out of a tarball, as production installs it. */
export function app(folder: string, tarball: string, files: Readonly<Record<string, string>>): void {
  mkdirSync(folder, { recursive: true });
  const manifest = { name: "app", private: true, type: "module" };
  for (const [name, text] of Object.entries({ "package.json": JSON.stringify(manifest), ...files }))
    writeFileSync(join(folder, name), text);
  execFileSync("npm", ["install", "--omit=dev", "--no-audit", "--no-fund", "--loglevel=error", tarball], {
    cwd: folder,
    stdio: ["ignore", "inherit", "inherit"],
  });
}

/** Runs this Node, without the conditions of the tests. */
export function node(folder: string, ...args: readonly string[]): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, args, {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, NODE_OPTIONS: "" },
  });
}

/** The packages installed in a folder, scopes included. */
export function installed(folder: string): string[] {
  const modules = join(folder, "node_modules");
  return readdirSync(modules)
    .filter((name) => !name.startsWith("."))
    .flatMap((name) =>
      name.startsWith("@") ? readdirSync(join(modules, name)).map((inner) => `${name}/${inner}`) : name,
    )
    .sort();
}

/** Kilobytes on disk. */
export function diskUsage(folder: string): number {
  return Number.parseInt(execFileSync("du", ["-sk", folder], { encoding: "utf8" }), 10);
}
