/**
 * The programs of `test/fixtures/types`: a `.sched` file, the modules of its tasks, and whatever of a project they need.
 * `right-…` are right; all others are wrong, and what is found in them stands in `expected/findings.txt`. Packages lie
 * in `installed`, which stands for `node_modules`.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import type { Config } from "schedc";
import { expect } from "vitest";
import type { CompileInput } from "../../src/compiler/index.ts";
import { createMemoryHost } from "../../src/compiler/memory-host.ts";

export interface TypeFixture {
  readonly name: string;
  readonly isRight: boolean;
  readonly main: string;
  readonly config: Config;
  /** Everything but the expectation, by the name that it has in the project. */
  readonly files: Readonly<Record<string, string>>;
}

const folder = fileURLToPath(new URL("../fixtures/types", import.meta.url));

export function readTypeFixtures(): readonly TypeFixture[] {
  return readdirSync(folder).sort().map(readFixture);
}

function readFixture(name: string): TypeFixture {
  const entries = readdirSync(join(folder, name), { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => posix.join(...join(entry.parentPath, entry.name).slice(join(folder, name).length).split(/[\\/]/)))
    .filter((path) => !path.startsWith("expected/"));
  const files = Object.fromEntries(
    paths.map((path) => [
      path.replace(/^installed\//, "node_modules/"),
      readFileSync(join(folder, name, path), "utf8"),
    ]),
  );
  const { "main.sched": main, ...others } = files;
  if (main === undefined) throw new Error(`${name} has no main.sched`);
  const config = JSON.parse(others["schedc.json"] ?? "{}") as Config;
  return { name, isRight: name.startsWith("right-"), main, config, files };
}

/** The program as a project of its own, in memory. */
export function inputOf({ files, config }: TypeFixture, main: string): CompileInput {
  const root = "/project";
  return { files: { "main.sched": main }, root, config, host: createMemoryHost(files, root) };
}

/** Holds a text against the expectation, or its lack against the lack of one. */
export function expectFindings({ name }: TypeFixture, text: string | undefined): void {
  const path = join(folder, name, "expected/findings.txt");
  if (process.env.UPDATE) {
    rmSync(join(folder, name, "expected"), { recursive: true, force: true });
    if (text !== undefined) {
      mkdirSync(join(folder, name, "expected"));
      writeFileSync(path, text);
    }
  }
  expect(existsSync(path) ? readFileSync(path, "utf8") : undefined).toBe(text);
}
