/** The command in this process: a folder of files, a terminal that remembers what was printed. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import { runProgram } from "../../src/cli/program.ts";
import type { Terminal } from "../../src/cli/terminal.ts";

export interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export interface Folder {
  readonly path: string;
  read(name: string): string | undefined;
  write(name: string, text: string): void;
  run(line: readonly string[], world?: Partial<Terminal> & { readonly input?: string }): Promise<Ended>;
}

/** The clock of every call: noon, UTC. */
export const now: number = Date.UTC(2026, 10, 24, 12);

/** A new folder, gone when the test ends. */
export function folderOf(files: Readonly<Record<string, string>>): Folder {
  const path = realpathSync(mkdtempSync(join(tmpdir(), "schedc-test-")));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  const write = (name: string, text: string): void => {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), text);
  };
  for (const [name, text] of Object.entries(files)) write(name, text);
  return {
    path,
    write,
    read: (name) => (existsSync(join(path, name)) ? readFileSync(join(path, name), "utf8") : undefined),
    async run(line, { input = "", ...world } = {}) {
      let out = "";
      let err = "";
      const terminal: Terminal = {
        cwd: path.replaceAll("\\", "/"),
        env: {},
        out: (text) => {
          out += text;
        },
        err: (text) => {
          err += text;
        },
        stdout: { isTTY: false, columns: undefined },
        stderr: { isTTY: false, columns: undefined },
        readInput: async () => input,
        now: () => now,
        interrupted: async () => {},
        ...world,
      };
      const code = await runProgram(line, terminal);
      return { code, out, err };
    },
  };
}

export const good = "every weekday 9-17 at :30 in Europe/Berlin run businessTask\n";
export const bad = "every day run report\n";
