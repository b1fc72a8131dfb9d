/** Makes `dist`, all that `exports` and `bin` name, and from it the folder of the package `schedc-runtime`. */
import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { makeRuntimePackage } from "./runtime-package.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

/** From nothing, so that no file of a source that is gone stays behind. */
rmSync(`${root}dist`, { recursive: true, force: true });
const areas = [
  "src/cli",
  "src/runtime",
  "src/runtime/store",
  "src/runtime/metrics",
  "src/runtime/opentelemetry",
  "src/runtime/testing",
  "src/runtime/testing/vitest",
  "src/runtime/testing/jest",
];
const { status } = spawnSync(process.execPath, ["node_modules/typescript/bin/tsc", "--build", ...areas], {
  cwd: root,
  stdio: "inherit",
});
if (status === 0) await makeRuntimePackage(root);
else process.exitCode = status ?? 1;
