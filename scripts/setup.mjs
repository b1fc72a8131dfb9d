// Installs what package-lock.json names where node_modules is missing or older. Runs on the machine's own Node, from 20 on;
// the script that follows in the same call then finds the pinned Node in node_modules/.bin.
import { spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

/** When the file was last written, in milliseconds; 0 where there is none. */
function written(path) {
  return statSync(`${root}${path}`, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

if (written("node_modules/.package-lock.json") < written("package-lock.json")) {
  console.error("Installing dependencies (npm ci) …");
  const { status } = spawnSync("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: root,
    stdio: ["ignore", 2, 2],
    shell: process.platform === "win32",
  });
  process.exitCode = status ?? 1;
}

// Its install script fetches the binary; where scripts are switched off, the next line would run on an old Node and fail oddly.
const pinned = process.platform === "win32" ? "node.exe" : "node";
if (!process.exitCode && !existsSync(`${root}node_modules/node/bin/${pinned}`)) {
  console.error(
    "The pinned Node is not installed: npm was told to run no install scripts. Allow them for the package `node`.",
  );
  process.exitCode = 1;
}
