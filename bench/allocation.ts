/**
 * Bytes an answer leaves behind, measured in a process of its own: the heap before and after so many answers that all
 * fit into the young generation, so that no collection comes between.
 */
import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { prepare } from "../src/runtime/index.ts";
import { median, randomStarts } from "./contest.ts";
import { lines, triggerOf } from "./lines.ts";

export interface Allocation {
  readonly line: string;
  readonly next: number;
  readonly previous: number;
}

const self = fileURLToPath(import.meta.url);
const CALLS = 100_000;

export async function allocations(): Promise<readonly Allocation[]> {
  const args = ["--conditions=schedc-source", "--expose-gc", "--max-semi-space-size=128", "--min-semi-space-size=128"];
  const { stdout } = await promisify(execFile)(process.execPath, [...args, self]);
  return JSON.parse(stdout) as readonly Allocation[];
}

function bytesOf(ask: (instant: number) => number | undefined, starts: readonly number[]): number {
  const run = (): void => {
    for (let call = 0; call < CALLS; call++) ask(starts[call % starts.length] as number);
  };
  // Long enough for the engine to settle on its last version of the code.
  for (let warm = 0; warm < 5; warm++) run();
  const rounds = Array.from({ length: 7 }, () => {
    globalThis.gc?.();
    const before = process.memoryUsage().heapUsed;
    run();
    return (process.memoryUsage().heapUsed - before) / CALLS;
  });
  return median(rounds);
}

if (process.argv[1] === self) {
  const starts = randomStarts(4096);
  const measured = lines.map((line): Allocation => {
    const prepared = prepare(triggerOf(line));
    return { line: line.name, next: bytesOf(prepared.next, starts), previous: bytesOf(prepared.previous, starts) };
  });
  console.log(JSON.stringify(measured));
}
