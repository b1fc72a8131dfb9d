/** The fixtures of `test/fixtures/check`, read from the disk. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Config } from "schedc";
import { expect } from "vitest";
import { registry } from "../../src/dsl/index.ts";

export interface CheckFixture {
  readonly name: string;
  readonly folder: string;
  /** The finding that it is about. */
  readonly code: string;
  readonly main: string;
  /** What to write instead. */
  readonly right?: string;
  /** Further files of the build. */
  readonly others: Readonly<Record<string, string>>;
  /** From `input.json`, where there is one; `now` is an instant there. */
  readonly input: { readonly config?: Config; readonly now?: number };
}

const root = fileURLToPath(new URL("../fixtures/check", import.meta.url));

export function readCheckFixtures(): readonly CheckFixture[] {
  return readdirSync(root).sort().map(readFixture);
}

function readFixture(name: string): CheckFixture {
  const folder = join(root, name);
  const read = (file: string): string => readFileSync(join(folder, file), "utf8");
  const files = readdirSync(folder).filter((file) => file.endsWith(".sched") || file.endsWith(".ics"));
  const others = files.filter((file) => file !== "main.sched" && file !== "right.sched");
  const code = Object.keys(registry).find((known) => known.replace("/", "-") === name);
  return {
    name,
    folder,
    code: code ?? name,
    main: read("main.sched"),
    ...(files.includes("right.sched") && { right: read("right.sched") }),
    others: Object.fromEntries(others.map((file) => [file, read(file)])),
    input: existsSync(join(folder, "input.json")) ? readInput(read("input.json")) : {},
  };
}

function readInput(json: string): CheckFixture["input"] {
  const { now, ...rest } = JSON.parse(json) as { config?: Config; now?: string };
  return { ...rest, ...(now !== undefined && { now: Date.parse(now) }) };
}

/** Holds a text against a file in `expected`, or the lack of one against the lack of the file. */
export function expectFile({ folder }: CheckFixture, name: string, text: string | undefined): void {
  const path = join(folder, "expected", name);
  if (process.env.UPDATE) {
    mkdirSync(join(folder, "expected"), { recursive: true });
    if (text === undefined) rmSync(path, { force: true });
    else writeFileSync(path, text);
  }
  expect(existsSync(path) ? readFileSync(path, "utf8") : undefined).toBe(text);
}
