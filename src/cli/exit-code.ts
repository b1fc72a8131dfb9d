/** How a command ends, for scripts. */
export const exitCode = {
  /** Nothing to complain about. */
  clean: 0,
  /** Errors, stale or unformatted files, too many warnings. */
  findings: 1,
  /** What was asked could not be done. */
  failed: 2,
  /** A mistake of schedc itself. */
  bug: 70,
} as const;

export type ExitCode = (typeof exitCode)[keyof typeof exitCode];
