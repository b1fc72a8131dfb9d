/** Keeps the number of series in bounds: so many jobs have their own, and the rest share one. */

/** The label of all jobs that are not told apart: too many of them, or gone. */
export const OTHER_JOBS = "(other)";

export interface JobLabels {
  /** A job has come; it gets a label of its own while there is room. */
  add(job: string): void;
  of(job: string): string;
  /** It is gone. Whether it had a label of its own, which is free again. */
  release(job: string): boolean;
}

export function createJobLabels(most: number): JobLabels {
  const own = new Set<string>();
  return {
    add(job) {
      if (own.size < most) own.add(job);
    },
    of: (job) => (own.has(job) ? job : OTHER_JOBS),
    release: (job) => own.delete(job),
  };
}
