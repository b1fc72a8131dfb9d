/** The runtime where it is meant to run: Node, Deno and Bun over an installed package, and a tab of Chromium over a bundle. */
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { afterAll, beforeAll, expect, test } from "vitest";
import { app, node, pack, root } from "../package/install.ts";

const fixtures = fileURLToPath(new URL("fixtures/", import.meta.url));
/** What program.ts says where all of it holds. */
const held = "held 9";
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "schedc-platforms-"));
  const names = ["platform.sched", "program.ts", "main.ts", "page.ts", "durable.ts"];
  const files = Object.fromEntries(names.map((name) => [name, readFileSync(join(fixtures, name), "utf8")]));
  app(folder, pack(root, folder), files);
  const built = node(folder, "node_modules/schedc/bin/schedc.js", "build");
  expect(built.stderr).not.toContain("error");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function isThere(command: string): boolean {
  return spawnSync(command, ["--version"], { stdio: "ignore" }).status === 0;
}

function said(command: string, ...args: readonly string[]): string {
  return execFileSync(command, args, { cwd: folder, encoding: "utf8", timeout: 120_000 }).trim();
}

/** The commands that run a TypeScript file. */
const platforms = {
  Node: [process.execPath],
  Deno: ["deno", "run", "--quiet", "--allow-all"],
  Bun: ["bun", "run"],
} as const;

for (const [name, [command, ...args]] of Object.entries(platforms)) {
  const there = isThere(command);
  test.skipIf(!there)(`runs on ${name}${there ? "" : " (left out: not installed here)"}`, () => {
    expect(
      said(command, ...args, "main.ts")
        .split("\n")
        .at(-1),
    ).toBe(held);
  });
}

for (const name of ["Node", "Deno", "Bun"] as const) {
  const [command, ...args] = platforms[name];
  const there = isThere(command);
  test.skipIf(!there)(
    `keeps its state over a restart on ${name}${there ? "" : " (left out: not installed here)"}`,
    () => {
      rmSync(join(folder, "jobs.db"), { force: true });
      // Seen at 8:00 in the first life, not again in the second, which begins before it.
      expect(said(command, ...args, "durable.ts")).toBe("morning@2026-03-28T07:00:00Z morning@2026-03-29T06:00:00Z");
    },
  );
}

const chromium = ["chromium", "chromium-browser", "google-chrome"].find(isThere);

test.skipIf(chromium === undefined)(
  `runs in a tab of Chromium${chromium === undefined ? " (left out: not installed here)" : ""}`,
  async () => {
    // Without `platform: "node"` a built-in of Node on the way would fail the bundle.
    const bundle = await build({
      absWorkingDir: folder,
      entryPoints: ["page.ts"],
      write: false,
      bundle: true,
      format: "iife",
      platform: "browser",
      logLevel: "silent",
    });
    const script = bundle.outputFiles[0]?.text ?? "";
    expect((await inTab(chromium ?? "", script)).split("\n").at(-1)).toBe(held);
  },
);

/** What the script posts to `/said` from a page of its own. */
async function inTab(browser: string, script: string): Promise<string> {
  const page = '<!doctype html><meta charset="utf-8"><body><script src="/page.js"></script>';
  const { promise, resolve } = Promise.withResolvers<string>();
  const server = createServer((request, response) => {
    if (request.url === "/said")
      request
        .setEncoding("utf8")
        .on("data", resolve)
        .on("end", () => response.end());
    else
      response
        .setHeader("content-type", request.url === "/" ? "text/html" : "text/javascript")
        .end(request.url === "/" ? page : script);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  const flags = ["--headless", "--no-sandbox", "--disable-gpu", `--user-data-dir=${join(folder, "chromium")}`];
  const tab = spawn(browser, [...flags, "--remote-debugging-port=0", `http://127.0.0.1:${port}/`], { stdio: "ignore" });
  try {
    return await promise;
  } finally {
    tab.kill();
    server.closeAllConnections();
    server.close();
  }
}
