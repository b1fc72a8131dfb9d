/** Does something again whenever a file changes that it may have read, until someone asks the process to stop. */
import { reportFailure } from "./failure.ts";
import { watchFolder } from "./node-host.ts";
import type { Call } from "./options.ts";

/** An editor writes a file in several steps, and a checkout many files: they are one change. */
const SETTLES = 60;

/** Sources, the modules they import, calendars, and what says how those are read. What a build writes is none of it. */
export function mayMatter(path: string): boolean {
  if (/(^|[\\/])(node_modules|\.git)[\\/]/.test(path) || /\.sched\.(ts|json)$|\.tmp$/.test(path)) return false;
  return /\.(sched|[cm]?[jt]sx?|json|ics)$/.test(path);
}

export async function repeatOnChange({ terminal, options }: Call, once: () => Promise<unknown>): Promise<void> {
  let changed = false;
  let wake = (): void => {};
  let stopped = false;
  const unwatch = watchFolder(terminal.cwd, (path) => {
    if (!mayMatter(path)) return;
    changed = true;
    wake();
  });
  const interrupted = terminal.interrupted().then(() => {
    stopped = true;
    wake();
  });
  try {
    await once();
    if (options.quiet !== true) terminal.err("watching for changes; Ctrl+C stops\n");
    while (!stopped) {
      if (!changed) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
        continue;
      }
      await new Promise((resolve) => setTimeout(resolve, SETTLES));
      changed = false;
      // A round that could not be, as while a file is moved, says so; the next may.
      await once().catch((error: unknown) => reportFailure(error, terminal));
    }
  } finally {
    unwatch();
  }
  await interrupted;
}
