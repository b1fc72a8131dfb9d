/** A directory of its own for each test, gone when the test has ended. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

export function freshDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), "schedc-store-"));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
}

/** A file that is not there yet. */
export function freshFile(): string {
  return join(freshDirectory(), "jobs.db");
}
