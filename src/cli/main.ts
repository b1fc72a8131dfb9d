/** The entry of the command: ties it to the process, and alone sets how that ends. */

import { once } from "node:events";
import { runProgram } from "./program.ts";
import { slashes } from "./slashes.ts";
import type { Terminal } from "./terminal.ts";

/** A reader that closed its end, as `head` does, has seen enough: that is no failure. */
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
    process.exit();
  });
}

const terminal: Terminal = {
  cwd: slashes(process.cwd()),
  env: process.env,
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  stdout: streamOf(process.stdout),
  stderr: streamOf(process.stderr),
  async readInput() {
    const chunks: Buffer[] = [];
    for await (const chunk of process.stdin) chunks.push(chunk);
    return Buffer.concat(chunks).toString("utf8");
  },
  now: () => Date.now(),
  async interrupted() {
    await Promise.race([once(process, "SIGINT"), once(process, "SIGTERM")]);
  },
};

process.exitCode = await runProgram(process.argv.slice(2), terminal);

function streamOf(stream: NodeJS.WriteStream): Terminal["stdout"] {
  return { isTTY: stream.isTTY === true, columns: stream.isTTY === true ? stream.columns : undefined };
}
