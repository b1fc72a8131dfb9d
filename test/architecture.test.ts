import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { areas, type Violation, violations } from "./architecture/rules.ts";
import { readSource, readSources } from "./architecture/sources.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

describe("the sources", () => {
  const sources = readSources(root, "src");

  test("keep every rule of the house", () => {
    expect(sources.length).toBeGreaterThan(20);
    expect(violations(sources)).toEqual([]);
  });

  test("fill every area", () => {
    const empty = Object.keys(areas).filter((area) => !sources.some(({ path }) => path.startsWith(`${area}/`)));
    expect(empty).toEqual([]);
  });

  test("stay small", () => {
    const sizes = sources.map(({ lines }) => lines).sort((a, b) => a - b);
    const at = (share: number): number => sizes[Math.floor((sizes.length - 1) * share)] ?? 0;
    console.log(`${sizes.length} files: median ${at(0.5)}, ninth decile ${at(0.9)}, largest ${at(1)} lines`);
    expect(at(0.5)).toBeLessThanOrEqual(120);
    expect(at(0.9)).toBeLessThanOrEqual(300);
  });
});

/** Each a set of files that breaks one rule; a checker that let one pass would be no check. */
const samples: readonly (readonly [says: RegExp, files: Readonly<Record<string, string>>])[] = [
  [/must not know/, { "src/dsl/a.ts": 'import { x } from "../compiler/index.ts";' }],
  [/must not know/, { "src/runtime/trigger/a.ts": 'import type { X } from "../scheduler/index.ts";' }],
  [/past its index\.ts/, { "src/compiler/a.ts": 'export { x } from "../dsl/tree/nodes.ts";' }],
  [/past its index\.ts/, { "src/compiler/a.ts": 'type X = import("../dsl/tree/nodes.ts").X;' }],
  [/package luxon/, { "src/runtime/trigger/a.ts": 'import { DateTime } from "luxon";' }],
  [/package schedc/, { "src/cli/a.ts": 'import { check } from "schedc";' }],
  [/without Node/, { "src/runtime/scheduler/a.ts": 'import { hrtime } from "node:process";' }],
  [/without Node/, { "src/dsl/a.ts": 'const path = await import("path");' }],
  [
    /outside the files that touch the disk/,
    { "src/cli/commands/a.ts": 'import { readFile } from "node:fs/promises";' },
  ],
  [/outside the files that touch the disk/, { "src/cli/a.ts": 'import { readFileSync } from "fs";' }],
  [/without Node/, { "src/compiler/node-host.ts": 'import { readFile } from "node:fs/promises";' }],
  [/without Node/, { "src/runtime/trigger/a.ts": 'export * from "node:fs";' }],
  [/reads the clock: Date\.now/, { "src/compiler/a.ts": "export const at = Date.now();" }],
  [/reads the clock: new Date/, { "src/dsl/a.ts": "export const at = new Date();" }],
  [/draws by chance/, { "src/runtime/scheduler/a.ts": "export const x = Math.random();" }],
  [/how the process ends: process\.exitCode/, { "src/cli/commands/a.ts": "process.exitCode = 1;" }],
  [/takes from Node/, { "src/runtime/scheduler/a.ts": 'globalThis.process?.getBuiltinModule("node:fs");' }],
  [/loads prettier at once/, { "src/compiler/emit/a.ts": 'import { format } from "prettier";' }],
  [
    /second door to ts-morph/,
    { "src/compiler/a.ts": 'await import("ts-morph");', "src/compiler/b.ts": 'import type { Node } from "ts-morph";' },
  ],
  [/imports itself/, { "src/dsl/a.ts": 'import "./b.ts";', "src/dsl/b.ts": 'export { a } from "./a.ts";' }],
  [/name says nothing/, { "src/dsl/utils.ts": "" }],
  [/name says nothing/, { "src/dsl/parse_new.ts": "" }],
  [/401 lines/, { "src/dsl/a.ts": "\n".repeat(401) }],
  [/no area/, { "src/misplaced/a.ts": "" }],
];

describe("the checker", () => {
  test.each(samples)("finds %s", (says, files) => {
    expect(check(files)).toEqual([expect.objectContaining({ rule: expect.stringMatching(says) })]);
  });

  test("lets pass what is right", () => {
    const files = {
      "src/compiler/a.ts":
        'import type { Node } from "ts-morph"; import { x } from "../dsl/index.ts"; import("ts-morph");',
      "src/cli/node-host.ts": 'import { readFile } from "node:fs/promises";',
      "src/runtime/scheduler/clock.ts": "export const now = () => Date.now();",
      "src/dsl/a.ts": "export const day = new Date(0);",
      "src/cli/a.ts": 'import { Command } from "commander"; import { argv } from "node:process"; import "./b.ts";',
      "src/cli/b.ts": 'import type { Config } from "../compiler/index.ts"; import type { A } from "./a.ts";',
    };
    expect(check(files)).toEqual([]);
  });
});

function check(files: Readonly<Record<string, string>>): Violation[] {
  return violations(Object.entries(files).map(([path, text]) => readSource(path, text)));
}
