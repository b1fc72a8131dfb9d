/** Every finding has its fixture and its page, and every page its finding. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { registry } from "../../src/dsl/index.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const codes = Object.keys(registry);

/** Areas that no text alone can show, and what holds them instead. */
const heldElsewhere: Readonly<Record<string, string>> = {
  build: "needs modules on a disk",
  config: "is about schedc.json",
  import: "needs a root and links on a disk",
  task: "needs modules of TypeScript, as in `test/fixtures/types`",
};

test("every finding that a text can give has a fixture that gives it", () => {
  const inText = codes.filter((code) => !Object.hasOwn(heldElsewhere, code.slice(0, code.indexOf("/"))));
  expect(inText.length).toBeGreaterThan(120);
  expect(inText.filter((code) => !isShown(code))).toEqual([]);
});

test("every finding says why", () => {
  expect(Object.entries(registry).filter(([, { why }]) => why.length < 20)).toEqual([]);
});

/** Whether the pages are fresh is for `scripts/diagnostics.ts --check`. */
test("every finding has a page, every page a finding", () => {
  const there = readdirSync(join(root, "docs/diagnostics"), { recursive: true, encoding: "utf8" });
  const pages = there.filter((name) => name.endsWith(".md") && name !== "README.md");
  expect(pages.map((name) => name.slice(0, -".md".length).replaceAll("\\", "/")).sort()).toEqual(codes.toSorted());
});

function isShown(code: string): boolean {
  const shown = join(root, "test/fixtures/check", code.replace("/", "-"), "expected/findings.txt");
  return existsSync(shown) && readFileSync(shown, "utf8").includes(`[${code}]`);
}
