/** What the rest of the engine sees of a time zone: segments, spans of instants (in seconds) with one offset from UTC. */
import type { ZoneTable } from "./zone-table.ts";

/** A place in a zone's history, moved by `seek`; mutable so that a search allocates nothing. */
export interface ZoneCursor {
  /** First second with `offset`. */
  readonly start: number;
  /** First second after it. */
  readonly end: number;
  /** Seconds to add to UTC for local time. */
  readonly offset: number;
  /** The offset just before `start`, and that from `end` on. */
  readonly before: number;
  readonly after: number;
  /** Makes the cursor the segment that holds an instant. */
  seek(second: number): void;
}

export interface Zone {
  readonly name: string;
  /** All segments at once, for whoever moves between them too often for a cursor. */
  table(): ZoneTable;
  cursor(): ZoneCursor;
}
