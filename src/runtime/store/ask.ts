/** Asks the process that runs, through the file of commands, and waits for what it says. */
import { type Milliseconds, SchedcError } from "../model/index.ts";
import { type Answer, systemClock } from "../scheduler/index.ts";
import { number, type Row } from "./columns.ts";
import { transact } from "./database.ts";
import { besides } from "./disk.ts";
import { openCommands } from "./inbox.ts";
import { isOwned } from "./ownership.ts";
import { toAnswer } from "./records.ts";
import { look } from "./view.ts";

export interface AskOptions {
  /** How long to wait for the answer of a process that is there; 5 seconds unless told. */
  readonly patience?: Milliseconds;
  /**
   * After this nobody is to take it up any more. An hour for `runNow`, which would be a surprise later; the others
   * hold until they are taken up.
   */
  readonly expires?: Milliseconds;
}

/** Both ends within, in epoch milliseconds. */
export interface BackfillSpan {
  readonly from: number;
  readonly until: number;
}

export interface AskResult {
  readonly number: number;
  /**
   * `queued`: no process holds the store; the next one to start takes it up. `unanswered`: one does and has not said
   * anything yet; it may still.
   */
  readonly state: "done" | "refused" | "queued" | "unanswered";
  /** In words, for people. */
  readonly says: string;
}

export interface Question {
  readonly job: string;
  readonly kind: "pause" | "resume" | "run-now" | "backfill";
  readonly span?: BackfillSpan;
}

/** How often the answer is looked for. */
const LOOK_EVERY = 50;
const HOUR = 3_600_000;

export async function ask(file: string, question: Question, options: AskOptions): Promise<AskResult> {
  const { span } = question;
  if (span !== undefined && !(Number.isFinite(span.from) && Number.isFinite(span.until) && span.from <= span.until)) {
    throw new SchedcError("A backfill needs a span from one instant until a later one.", { code: "store/span" });
  }
  const { lock, commands } = besides(file);
  const through = look(file, (database) =>
    number(database.prepare("SELECT coalesce(max(number), 0) AS through FROM answer").get() as Row, "through"),
  );
  const database = openCommands(commands);
  try {
    const { expires = question.kind === "run-now" ? HOUR : undefined, patience = 5_000 } = options;
    const now = systemClock.now();
    const asked = transact(database, () => {
      const last = database.prepare("SELECT coalesce(max(number), 0) AS last FROM command").get() as Row;
      // Numbers rise also when the file of commands was lost and begins anew.
      const next = Math.max(number(last, "last"), through) + 1;
      database
        .prepare(
          "INSERT INTO command (number, job, kind, from_at, until_at, asked_at, expires_at) VALUES (?, ?, ?, ?, ?, ?, ?)",
        )
        .run(
          next,
          question.job,
          question.kind,
          span?.from ?? null,
          span?.until ?? null,
          now,
          expires === undefined ? null : now + expires,
        );
      return next;
    });
    if (!isOwned(lock))
      return { number: asked, state: "queued", says: "Nothing runs with this store; the next start takes it up." };
    const reply = database.prepare("SELECT * FROM answer WHERE number = ?");
    const until = systemClock.monotonic() + patience;
    for (;;) {
      const answer = reply.get(asked) as Row | undefined;
      if (answer !== undefined) return answered(toAnswer(answer));
      if (systemClock.monotonic() >= until) return silent(asked, isOwned(lock));
      await new Promise<void>((resume) => void systemClock.setTimeout(resume, LOOK_EVERY));
    }
  } finally {
    database.close();
  }
}

function answered({ number, done, says }: Answer): AskResult {
  return done
    ? { number, state: "done", says: says ?? "Done." }
    : { number, state: "refused", says: says ?? "It could not be done." };
}

function silent(number: number, alive: boolean): AskResult {
  return alive
    ? { number, state: "unanswered", says: "The process that holds the store has not answered; it may still." }
    : { number, state: "queued", says: "The process that held the store is gone; the next start takes it up." };
}
