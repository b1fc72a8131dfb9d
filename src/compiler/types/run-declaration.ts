/**
 * The run as tasks see it, in a file of its own: programs that do not depend on schedc themselves are checked too, and
 * nothing of an installed copy has to be read. A test holds it against the runtime's own declaration.
 */

/** Where it lies among the files of TypeScript; no disk has a folder of that name. */
export const runPath = "/:schedc/run.d.ts";

/** What a file that only the compiler sees imports it by. */
export const runModule = "schedc:run";

export const runDeclaration = `export interface Run {
  readonly id: string;
  readonly key: string;
  readonly fence: number;
  readonly scheduledAt: number;
  readonly attempt: number;
  readonly signal: AbortSignal;
  readonly error?: unknown;
  readonly result?: unknown;
}
`;
