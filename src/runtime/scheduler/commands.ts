/** What other processes ask of the scheduler that holds the store: heard twice a second, done once, answered when it is kept. */
import { later } from "./alarm.ts";
import { askRun, planBackfill } from "./asked.ts";
import type { Core } from "./core.ts";
import type { Job } from "./job.ts";
import { nearest } from "./nearest.ts";
import { isPaused, setPaused } from "./pause.ts";
import type { Answer, Command } from "./store.ts";
import { isThenable } from "./thenable.ts";

/** In milliseconds. */
const EVERY = 500;

/** Listens until the answer is called. */
export function hearCommands(core: Core): () => void {
  const { store } = core;
  if (store.commands === undefined) return () => {};
  let cancel = (): void => {};
  let [ended, failing] = [false, false];

  function listen(): void {
    if (!ended) cancel = later(core, EVERY, look);
  }
  function look(): void {
    try {
      const found = store.commands?.() ?? [];
      if (isThenable(found)) found.then(take, fail);
      else take(found);
    } catch (error) {
      fail(error);
    }
  }
  function take(commands: readonly Command[]): void {
    failing = false;
    if (ended) return;
    if (commands.length > 0) obey(core, commands);
    listen();
  }
  /** Told of once, until it goes well again. */
  function fail(error: unknown): void {
    if (!failing) core.emitter.emit("store.failed", { error });
    failing = true;
    listen();
  }

  listen();
  return () => {
    ended = true;
    cancel();
  };
}

/** That each was taken up is in one commit with what it did; then those who asked are told. */
function obey(core: Core, commands: readonly Command[]): void {
  const answers = commands.map((command): Answer => {
    const job = core.jobs.get(command.job);
    const outcome = job === undefined ? unknown(core, command.job) : done(core, job, command);
    const answer = { number: command.number, ...outcome };
    core.ledger.record({ kind: "command", answer });
    return answer;
  });
  const failed = (error: unknown): void => core.emitter.emit("store.failed", { error });
  core.ledger.after(() => {
    try {
      const answer = core.store.answer?.(answers);
      if (isThenable(answer)) answer.then(undefined, failed);
    } catch (error) {
      failed(error);
    }
  });
  core.turn();
}

type Outcome = Omit<Answer, "number">;

function done(core: Core, job: Job, command: Command): Outcome {
  switch (command.kind) {
    case "pause":
    case "resume": {
      const paused = command.kind === "pause";
      if (isPaused(job) === paused)
        return { done: true, says: paused ? "It was paused already." : "It was not paused." };
      setPaused(core, job, paused);
      return { done: true };
    }
    case "run-now": {
      const { flight, refused } = askRun(core, job);
      return refused === undefined ? { done: true, says: flight.key } : { done: false, says: refused.message };
    }
    case "backfill": {
      const { start, fires, refused } = planBackfill(core, job, command.from, command.until);
      if (refused !== undefined) return { done: false, says: refused.message };
      start().catch(() => {});
      return { done: true, says: fires === 1 ? "1 fire" : `${fires} fires` };
    }
  }
}

function unknown({ jobs, rows }: Core, id: string): Outcome {
  if (rows.has(id)) return { done: false, says: `The store knows ${id} from before, but nothing that runs has it.` };
  const like = nearest(id, jobs.keys());
  return { done: false, says: `There is no job ${id}${like === undefined ? "." : `; did you mean ${like}?`}` };
}
