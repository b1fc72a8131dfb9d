/** The one shape in which every kind of trigger answers. */

/** A trigger made ready to answer many times; instants are epoch milliseconds. */
export interface PreparedTrigger {
  /** The first fire strictly after; undefined when there is none. */
  next(after: number): number | undefined;
  /** The last fire strictly before; undefined when there is none. */
  previous(before: number): number | undefined;
  /** Whether an instant is a fire. */
  has(instant: number): boolean;
}

/** What never fires. */
export const neverFires: PreparedTrigger = {
  next: () => undefined,
  previous: () => undefined,
  has: () => false,
};
