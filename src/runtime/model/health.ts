/** What a scheduler says of its own state: what should have happened and did not. Instants are epoch milliseconds. */

export type ProblemKind =
  /** It was not started, or was stopped. */
  | "stopped"
  /** It was started and waits for its store, as when another process holds it. */
  | "standing-by"
  /** The store takes nothing: what is decided waits for it, and nothing new starts. */
  | "store"
  /** The loop should have been awake and was not: the process was busy, or its timers do not come. */
  | "asleep"
  /** A fire has not started, and is later than its grace. */
  | "overdue"
  /** A fire was missed, and its job has not started since. */
  | "missed"
  /** The clock was set back to before what the job has been through: until it is there again, the job does not fire. */
  | "behind"
  /** A handler works on, five seconds and more after its signal aborted: it holds its places. */
  | "stubborn"
  /** The job fires no more, since its custom trigger failed or gave no later time. */
  | "trigger"
  /** A fire has not succeeded within its deadline, and no later one has since. */
  | "deadline"
  /** The job is paused; its fires are skipped. */
  | "paused";

export interface Problem {
  readonly kind: ProblemKind;
  readonly job?: string;
  /** The key of the fire. */
  readonly key?: string;
  /** When it began, as far as this process knows. */
  readonly since: number;
  /** The same in words. */
  readonly says: string;
}

export interface Health {
  /** Whether there is no problem but paused jobs, which somebody wanted. */
  readonly ok: boolean;
  /** Those of the scheduler first, then those of jobs, the oldest first. */
  readonly problems: readonly Problem[];
}
