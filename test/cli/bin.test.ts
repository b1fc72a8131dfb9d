/** What stands in front of the command: it says what is missing where the command itself cannot run. */
import { spawnSync } from "node:child_process";
import { cpSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { folderOf } from "./run-cli.ts";

const bin = new URL("../../bin/schedc.js", import.meta.url);

/** The file in a package of its own, on this Node or on one that calls itself by another version. */
function started(files: Readonly<Record<string, string>>, version = process.versions.node): object {
  const folder = folderOf({ "package.json": '{ "type": "module" }', ...files });
  cpSync(bin, join(folder.path, "bin/schedc.js"));
  folder.write(
    "named.mjs",
    `Object.defineProperty(process, "versions", { value: { ...process.versions, node: "${version}" } });\n`,
  );
  const named = pathToFileURL(join(folder.path, "named.mjs")).href;
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", named, "bin/schedc.js", "--version"], {
    cwd: folder.path,
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

const built = { "dist/cli/main.js": 'console.log("started");\n' };

test.each(["22.18.0", "22.19.1", "23.0.0", "24.21.0", "100.0.0"])("Node %s starts the command", (version) => {
  expect(started(built, version)).toEqual({ status: 0, stdout: "started\n", stderr: "" });
});

test.each(["22.17.1", "22.2.0", "20.20.2", "18.0.0", "8.17.0"])("Node %s is told so in one sentence", (version) => {
  const stderr = `schedc needs Node 22.18 or newer, and this is Node ${version}.\n`;
  expect(started(built, version)).toEqual({ status: 2, stdout: "", stderr });
});

test("a checkout that is not built is told what to run, in one sentence", () => {
  expect(started({})).toEqual({
    status: 2,
    stdout: "",
    stderr: "schedc is not built in this checkout: run `npm run build`, or `npm run schedc --` to run the sources.\n",
  });
});

test("a file that is missing further in is no checkout that is not built", () => {
  const broken = { "dist/cli/main.js": 'import "./gone.js";\n' };
  expect(started(broken)).toMatchObject({ status: 1, stderr: expect.stringContaining("gone.js") });
});
