/** What is under way and what comes next, in the last line of a terminal, below the events as they come. */
import { printable } from "../dsl/index.ts";
import type { Scheduler } from "../runtime/index.ts";
import type { JobLines } from "./event-text.ts";
import { lengthText, localText } from "./local-text.ts";
import type { Call } from "./options.ts";
import { cutTo } from "./render/index.ts";
import { counted } from "./report.ts";

export interface LiveView {
  /** A result, above the last line. */
  print(text: string): void;
  /** Something beside the results. */
  say(text: string): void;
  /** From now on nothing comes next: what is under way is waited for. */
  stopping(): void;
  end(): void;
}

const EVERY = 1_000;

export function createLiveView(scheduler: Scheduler, { zoneOf }: JobLines, { options, terminal }: Call): LiveView {
  const { stdout, stderr, env } = terminal;
  const live =
    stdout.isTTY && stderr.isTTY && !options.quiet && options.format !== "json" && env.TERM !== "dumb" && !env.CI;
  let shown = false;
  let stopping = false;
  const timer = live ? setInterval(draw, EVERY) : undefined;

  function clear(): void {
    if (shown) terminal.err("\r\u001b[2K");
    shown = false;
  }

  function draw(): void {
    clear();
    // One column is left free, for a full line would wrap.
    terminal.err(cutTo(lineOf(scheduler, stopping ? undefined : terminal.now(), zoneOf), (stderr.columns ?? 80) - 1));
    shown = true;
  }

  return {
    print(text) {
      clear();
      terminal.out(text);
      if (live) draw();
    },
    say(text) {
      clear();
      terminal.err(text);
    },
    stopping() {
      stopping = true;
    },
    end() {
      clearInterval(timer);
      clear();
    },
  };
}

/** Without a now nothing more is to start. */
function lineOf(scheduler: Scheduler, now: number | undefined, zoneOf: (job: string) => string): string {
  const jobs = scheduler.jobs();
  const running = jobs.filter((job) => job.running > 0).map(({ id }) => printable(id));
  const under = running.length === 0 ? counted(jobs.length, "job") : `${running.join(", ")} running`;
  if (now === undefined) return `${under} · stopping`;
  const [next] = jobs
    .flatMap(({ id, startsAt, paused }) => (startsAt === undefined || paused ? [] : [{ id, at: startsAt }]))
    .sort((a, b) => a.at - b.at);
  const then =
    next === undefined
      ? "nothing comes next"
      : `next ${printable(next.id)} in ${lengthText(Math.max(0, roundUp(next.at - now)))}, ${localText(next.at, zoneOf(next.id))}`;
  return `${under} · ${then}`;
}

/** To whole seconds, as a count-down reads. */
function roundUp(milliseconds: number): number {
  return Math.ceil(milliseconds / 1_000) * 1_000;
}
