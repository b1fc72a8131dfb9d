/** Which calls of a module are handed the run: those whose task takes one in that place, by its type and not by its count. */
import { compile } from "schedc";
import { expect, test } from "vitest";
import { createMemoryHost } from "../../src/compiler/memory-host.ts";

async function callOf(task: string, call: string): Promise<string | undefined> {
  const host = createMemoryHost({
    "tasks.ts": `import type { Run } from "schedc/runtime";\n${task}\n`,
  });
  const files = { "a.sched": `import { f } from "./tasks.ts"\nevery day at 9:00 run ${call}\n` };
  const { modules, diagnostics } = await compile({ files, host });
  expect(diagnostics).toEqual([]);
  return /run: (.*),\n/.exec(modules["a.sched.ts"] ?? "")?.[1];
}

test.each([
  ["export function f(run: Run): void {}", "f", "(run) => f(run)"],
  ["export function f(): void {}", "f", "() => f()"],
  ["export function f(days?: number): void {}", "f", "() => f()"],
  ["export function f(options?: { dryRun?: boolean }): void {}", "f", "() => f()"],
  ["export function f(name: string, days = 30): void {}", 'f("a")', '() => f("a")'],
  ["export function f(name: string, run?: Run): void {}", 'f("a")', '(run) => f("a", run)'],
  ["export function f(...all: unknown[]): void {}", 'f("a")', '(run) => f("a", run)'],
  ["export function f(...all: string[]): void {}", 'f("a")', '() => f("a")'],
  ["export function f({ signal }: { signal: AbortSignal }): void {}", "f", "(run) => f(run)"],
  ["export function f(run: Run, name: string): void {}", 'f(@ctx, "a")', '(run) => f(run, "a")'],
  ["type Task = (run: Run) => void;\nexport const f: Task = () => undefined;", "f", "(run) => f(run)"],
])("%s, called as %s", async (task, call, code) => {
  expect(await callOf(task, call)).toBe(code);
});
