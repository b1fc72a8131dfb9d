/** `run` as a service: the scheduler of an app with a store that may outlive it, shown while it runs. */
import { printable } from "../dsl/index.ts";
import { createScheduler, type Schedule, type Scheduler } from "../runtime/index.ts";
import { eventLine, jobLines, jsonEvent } from "./event-text.ts";
import { createLiveView, type LiveView } from "./live-view.ts";
import type { Call } from "./options.ts";
import { createStyle } from "./render/index.ts";
import { counted } from "./report.ts";
import { storePath } from "./store-path.ts";
import { wantsColor } from "./terminal.ts";

/** Runs until someone asks the process to stop; a second time of asking ends it at once. */
export async function serve(schedule: Schedule<string, unknown>, call: Call): Promise<void> {
  const { options, terminal } = call;
  const scheduler = createScheduler(options.store === undefined ? {} : { store: await openStore(call) });
  const lines = jobLines(schedule, createStyle(wantsColor(options.color, terminal.stdout, terminal.env)));
  const asJson = options.format === "json" || (options.format === "auto" && !terminal.stdout.isTTY);
  const view = createLiveView(scheduler, lines, call);
  scheduler.on("*", (event) => {
    const now = terminal.now();
    const line = asJson ? jsonEvent(event, now) : eventLine(event, now, lines);
    if (line !== undefined) view.print(line);
  });
  scheduler.add(schedule);
  const say = (text: string): void => {
    if (!options.quiet) view.say(text);
  };
  try {
    await untilInterrupted(scheduler, call, view, say);
  } finally {
    view.end();
  }
}

async function untilInterrupted(
  scheduler: Scheduler,
  { terminal }: Call,
  view: LiveView,
  say: (text: string) => void,
): Promise<void> {
  const interrupted = terminal.interrupted();
  // A start may wait for another process that holds the store, and must be let go meanwhile.
  const started = scheduler.start();
  const first = await Promise.race([
    started.then(() => "started" as const),
    interrupted.then(() => "stopped" as const),
  ]);
  if (first === "started") {
    say(`running ${counted(scheduler.jobs().length, "job")}; Ctrl+C stops\n`);
    await interrupted;
  } else {
    started.catch(() => {});
  }
  view.stopping();
  const busy = scheduler
    .jobs()
    .filter(({ running }) => running > 0)
    .map(({ id }) => printable(id));
  if (busy.length > 0) {
    say(`stopping when ${busy.join(", ")} ${busy.length === 1 ? "has" : "have"} ended; Ctrl+C again does not wait\n`);
  }
  await scheduler.stop();
}

/** SQLite is loaded only where a store is asked for. */
async function openStore(call: Call): Promise<import("../runtime/index.ts").Store> {
  const { createSqliteStore } = await import("../runtime/store/index.ts");
  return createSqliteStore({ file: storePath(call) });
}
