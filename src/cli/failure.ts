/** What is said when a command ends in an exception: what could not be done, or that schedc itself is wrong. */
import { printable } from "../dsl/index.ts";
import { SchedcError } from "../runtime/model/index.ts";
import { type ExitCode, exitCode } from "./exit-code.ts";
import { refusalText } from "./refusal.ts";
import type { Terminal } from "./terminal.ts";
import { version } from "./version.ts";

/** What the reader of the command line says. */
export function reportRefusal(text: string, terminal: Terminal): ExitCode {
  terminal.err(printable(refusalText(text)));
  return exitCode.failed;
}

export function reportFailure(error: unknown, terminal: Terminal): ExitCode {
  if (error instanceof SchedcError) {
    terminal.err(`schedc: ${printable(error.message)}\n`);
    return exitCode.failed;
  }
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  terminal.err(
    `schedc: this is a mistake of schedc ${version} itself, not of your files.\n` +
      "Please report it with the file it happened on and these lines:\n\n" +
      `${printable(trace)}\n`,
  );
  return exitCode.bug;
}
