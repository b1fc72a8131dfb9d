/** What holds for every file of the repository. */
import { execFileSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { areas } from "./architecture/rules.ts";
import { readSources } from "./architecture/sources.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const files = execFileSync("git", ["ls-files", "-z"], { cwd: root, encoding: "utf8" })
  .split("\0")
  .filter((path) => path !== "" && statSync(root + path, { throwIfNoEntry: false })?.isFile());

/** Text that holds only on one machine, or for one registry. `.ci` may look for files beside the checkout. */
const bound = /(?<![\w.-])\/(?:work|farm)\/[a-z]|registry\.[a-z]+js\.org/i;

test("no file speaks of one machine or registry", () => {
  expect(files.length).toBeGreaterThan(50);
  const found = files
    .filter((path) => !path.startsWith(".ci/") && path !== "test/repo.test.ts")
    .filter((path) => bound.test(readFileSync(root + path, "utf8")));
  expect(found).toEqual([]);
});

test("the check finds what it looks for", () => {
  expect("see /work/elsewhere/notes.md").toMatch(bound);
  expect("https://registry.examplejs.org/x").toMatch(bound);
  expect("see docs/adr and a/work/page, or /home/anna").not.toMatch(bound);
});

test("no text file has a carriage return", () => {
  const found = files
    .filter((path) => /\.(ts|mjs|js|json|md|sched|ebnf|html)$/.test(path) && !path.includes("/fixtures/"))
    .filter((path) => readFileSync(root + path, "utf8").includes("\r"));
  expect(found).toEqual([]);
});

describe("the package", () => {
  const { bin, exports, files: shipped, ...manifest } = JSON.parse(readFileSync(`${root}package.json`, "utf8"));
  const packagesUsed = Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies }).sort();

  test("names only files that are there, or that a build makes", () => {
    const sources = Object.values<string | { readonly "schedc-source": string }>(exports).map((door) =>
      typeof door === "string" ? door : door["schedc-source"],
    );
    const kept = shipped.filter((path: string) => !path.includes("dist"));
    const missing = [...Object.values<string>(bin), ...sources, ...kept].filter(
      (path) => !statSync(root + path, { throwIfNoEntry: false }),
    );
    expect(missing).toEqual([]);
  });

  test("promises what tools call at its first door, and none of the inner phases", async () => {
    expect(Object.keys(await import("schedc")).sort()).toEqual([
      "check",
      "compile",
      "createTypeSession",
      "explain",
      "format",
      "parse",
    ]);
  });

  test("depends on what its sources import, and on nothing else", () => {
    const imported = readSources(root, "src").flatMap(({ imports }) =>
      imports.map(({ specifier }) => specifier.split("/", specifier.startsWith("@") ? 2 : 1).join("/")),
    );
    const packages = new Set(imported.filter((name) => !/^\.|^node:/.test(name)));
    expect(packagesUsed).toEqual([...packages].sort());
  });

  test("asks nobody to install what only one of its doors needs", () => {
    const optional = { optional: true };
    const all = Object.fromEntries(Object.keys(manifest.peerDependencies).map((name) => [name, optional]));
    expect(manifest.peerDependenciesMeta).toEqual(all);
  });

  test("lets no area import what it does not depend on", () => {
    const allowed = new Set(Object.values(areas).flatMap(({ packages }) => packages));
    expect([...allowed].sort()).toEqual(packagesUsed);
  });

  test.each(packagesUsed)("has a decision about %s", (name) => {
    const decisions = files
      .filter((path) => path.startsWith("docs/adr/"))
      .map((path) => readFileSync(root + path, "utf8"));
    expect(decisions.some((text) => text.includes(`\`${name}\``))).toBe(true);
  });
});
