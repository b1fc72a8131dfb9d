#!/usr/bin/env node
// Old JavaScript on purpose: whatever Node starts this must get as far as the sentence that tells it to be newer.
const version = process.versions.node.split(".").map(Number);

if (version[0] < 22 || (version[0] === 22 && version[1] < 18)) {
  console.error(`schedc needs Node 22.18 or newer, and this is Node ${process.versions.node}.`);
  process.exitCode = 2;
} else {
  const main = new URL("../dist/cli/main.js", import.meta.url);
  // What is read once is compiled once: the next command starts in a third of the time.
  import("node:module")
    .then((module) => (module.enableCompileCache ? module.enableCompileCache() : undefined))
    .then(() => import(main.href))
    .catch((error) => {
      if (error.code !== "ERR_MODULE_NOT_FOUND" || error.url !== main.href) throw error;
      console.error(
        "schedc is not built in this checkout: run `npm run build`, or `npm run schedc --` to run the sources.",
      );
      process.exitCode = 2;
    });
}
