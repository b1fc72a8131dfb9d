/** What the fixture of a finding shows: the mistake, and what to write instead. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

export interface Example {
  readonly wrong: string;
  readonly right?: string;
}

/** Undefined for findings without a fixture: those that depend on what lies on the disk. */
export function exampleOf(root: string, code: string): Example | undefined {
  const folder = code.startsWith("task/")
    ? join(root, "test/fixtures/types", code.slice("task/".length))
    : join(root, "test/fixtures/check", code.replace("/", "-"));
  const read = (name: string): string | undefined => {
    const path = join(folder, name);
    return existsSync(path) ? readFileSync(path, "utf8") : undefined;
  };
  const wrong = read("main.sched");
  if (wrong === undefined) return undefined;
  const right = read("right.sched") ?? read("expected/fixed.sched");
  return { wrong, ...(right !== undefined && { right }) };
}
