/** A running service seen and steered from another process. Nothing is kept open between two calls. */
import { SchedcError } from "../model/index.ts";
import { type AskOptions, type AskResult, ask, type BackfillSpan, type Question } from "./ask.ts";
import { sqliteCode } from "./database.ts";
import { absent, isThere, preparePlace } from "./disk.ts";
import { type FireView, type HistoryQuery, readHistory } from "./history.ts";
import { readStatus, type StatusView } from "./status.ts";
import { look } from "./view.ts";

export interface OperatorOptions {
  /** The store's file; one that is not there is refused, never made. */
  readonly file: string;
  /** Takes a file system on which locks and flushes may not hold, as the store was told to. */
  readonly anyFileSystem?: boolean;
}

/** Every call rejects with a `SchedcError` that says why where the store cannot be read or asked. */
export interface Operator {
  status(): Promise<StatusView>;
  /** Fires with what became of them, newest first. */
  history(query?: HistoryQuery): Promise<readonly FireView[]>;
  pause(job: string, options?: AskOptions): Promise<AskResult>;
  resume(job: string, options?: AskOptions): Promise<AskResult>;
  runNow(job: string, options?: AskOptions): Promise<AskResult>;
  backfill(job: string, span: BackfillSpan, options?: AskOptions): Promise<AskResult>;
}

/** Throws a `SchedcError` where there is no store. */
export function openOperator({ file, anyFileSystem = false }: OperatorOptions): Operator {
  if (!isThere(file)) throw absent(file);
  const place = preparePlace(file, { create: false, anyFileSystem }).file;
  const asking = (question: Question, options: AskOptions = {}): Promise<AskResult> =>
    explained(place, () => ask(place, question, options));
  return {
    status: () => explained(place, () => look(place, (database, alive) => readStatus(database, file, alive))),
    history: (query = {}) => explained(place, () => look(place, (database) => readHistory(database, query))),
    pause: (job, options) => asking({ kind: "pause", job }, options),
    resume: (job, options) => asking({ kind: "resume", job }, options),
    runNow: (job, options) => asking({ kind: "run-now", job }, options),
    backfill: (job, span, options) => asking({ kind: "backfill", job, span }, options),
  };
}

/** A disk that is full, a lock that another holds for too long: what SQLite says of it, with the file that it is about. */
async function explained<T>(file: string, act: () => T | Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (sqliteCode(error) === 0) throw error;
    const says = error instanceof Error ? error.message : String(error);
    throw new SchedcError(`${file} cannot be read or asked now: ${says}.`, { code: "store/trouble", cause: error });
  }
}
