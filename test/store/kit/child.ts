/** A child process with the sources of this repository, whose lines can be waited for. */
import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";

export interface Child {
  readonly process: ChildProcessWithoutNullStreams;
  /** The next line that it prints; undefined when it ends first. */
  line(): Promise<string | undefined>;
  /** Ends it at once, and waits until it is gone. */
  kill(): Promise<void>;
}

export function startChild(script: URL, args: readonly string[]): Child {
  const child = spawn(
    process.execPath,
    ["--conditions=schedc-source", "--no-warnings", fileURLToPath(script), ...args],
    {
      stdio: "pipe",
    },
  );
  const gone = new Promise<void>((resolve) => child.once("close", () => resolve()));
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  child.stderr.pipe(process.stderr);
  const kill = async (): Promise<void> => {
    child.kill("SIGKILL");
    await gone;
  };
  onTestFinished(kill);
  return {
    process: child,
    async line() {
      const { value, done } = await lines.next();
      return done ? undefined : value;
    },
    kill,
  };
}

export const startHolder = (file: string): Child => startChild(new URL("./holder.ts", import.meta.url), [file]);
