/** Child processes of the torture: one bundle, made once, so that a restart costs no compiling. */
import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { build } from "esbuild";

/** Bundles a script of this folder and answers with the file's name. */
export async function bundle(script: URL, into: string): Promise<string> {
  await build({
    entryPoints: [script.pathname],
    outfile: into,
    bundle: true,
    platform: "node",
    format: "esm",
    conditions: ["schedc-source"],
    logLevel: "error",
  });
  return into;
}

export interface Child {
  readonly process: ChildProcessWithoutNullStreams;
  /** Resolves when it has printed this line; false when it ended without. */
  says(line: string): Promise<boolean>;
  /** How often it has printed this line. */
  often(line: string): number;
  /** Ends it at once and waits until it is gone. */
  kill(): Promise<void>;
  readonly gone: Promise<void>;
}

export interface ChildOptions {
  /** What it is started under, such as strace with its options. */
  readonly under?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

export function startChild(script: string, args: readonly string[], { under = [], env }: ChildOptions = {}): Child {
  const [program = "", ...rest] = [...under, process.execPath, "--no-warnings", script, ...args];
  const child = spawn(program, rest, { stdio: "pipe", env: { ...process.env, ...env } });
  child.stderr.pipe(process.stderr);
  const said = new Map<string, number>();
  const waiting = new Map<string, (said: boolean) => void>();
  createInterface({ input: child.stdout }).on("line", (line) => {
    said.set(line, (said.get(line) ?? 0) + 1);
    waiting.get(line)?.(true);
  });
  let ended = false;
  const gone = new Promise<void>((resolve) => {
    child.once("close", () => {
      ended = true;
      for (const tell of waiting.values()) tell(false);
      resolve();
    });
  });
  return {
    process: child,
    gone,
    often: (line) => said.get(line) ?? 0,
    says: (line) =>
      said.has(line) || ended ? Promise.resolve(said.has(line)) : new Promise((tell) => void waiting.set(line, tell)),
    async kill() {
      child.kill("SIGKILL");
      await gone;
    },
  };
}
