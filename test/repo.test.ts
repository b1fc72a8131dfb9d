/** What holds for every file of the repository. */
import { execFileSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
const files = execFileSync("git", ["ls-files", "-z"], { cwd: root, encoding: "utf8" })
  .split("\0")
  .filter((path) => path !== "" && statSync(root + path, { throwIfNoEntry: false })?.isFile());

/** Text that holds only on one machine, or for one registry. `.ci` may look for files beside the checkout. */
const bound = /(?<![\w.-])\/(?:work|farm|home|Users)\/[a-z]|registry\.[a-z]+js\.org|bash_jobs|file:\/\/\/[a-z]/i;

test("no file speaks of one machine or registry", () => {
  expect(files.length).toBeGreaterThan(50);
  const found = files
    .filter((path) => !path.startsWith(".ci/") && path !== "test/repo.test.ts")
    .filter((path) => bound.test(readFileSync(root + path, "utf8")));
  expect(found).toEqual([]);
});

test("the check finds what it looks for", () => {
  expect("see /home/anna/schedc").toMatch(bound);
  expect("https://registry.examplejs.org/x").toMatch(bound);
  expect("see docs/adr and examples/home/page").not.toMatch(bound);
});

test("no text file has a carriage return", () => {
  const found = files
    .filter((path) => /\.(ts|mjs|js|json|md|sched|ebnf|html)$/.test(path) && !path.includes("/fixtures/"))
    .filter((path) => readFileSync(root + path, "utf8").includes("\r"));
  expect(found).toEqual([]);
});
