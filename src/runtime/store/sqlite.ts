/** The store of one machine: a file that one process holds while it runs, and the next takes over when that one ends. */
import { SchedcError } from "../model/index.ts";
import { type Clock, type Store, type StoredState, systemClock } from "../scheduler/index.ts";
import { damage } from "./columns.ts";
import { isDamage } from "./database.ts";
import { besides, type Place, preparePlace, setAside, sizeOf } from "./disk.ts";
import { type Held, takeOver } from "./held.ts";
import { type Inbox, openInbox } from "./inbox.ts";
import { type Ownership, tryToOwn } from "./ownership.ts";
import type { HistoryBounds } from "./prune.ts";

export interface SqliteOptions {
  /** The database. It and its directory are made where they are missing, for this user alone. */
  readonly file: string;
  /** How much of what has ended is kept. */
  readonly history?: HistoryBounds;
  /**
   * What becomes of a file that is damaged: kept under another name, told by `store.failed`, and begun anew, which is
   * what happens unless told; or the start fails.
   */
  readonly onCorrupt?: "set-aside" | "refuse";
  /** Takes a file system on which locks and flushes may not hold, such as a network's. */
  readonly anyFileSystem?: boolean;
}

interface Open {
  readonly own: Ownership;
  readonly held: Held;
  readonly inbox: Inbox;
}

/** How often a process that stands by looks whether the store is free. */
const LOOK_EVERY = 250;

export function createSqliteStore(options: SqliteOptions): Store {
  const clock: Clock = systemClock;
  let open: Open | undefined;
  let giveUp: (() => void) | undefined;

  function take(place: Place, own: Ownership): StoredState {
    let held: Held | undefined;
    try {
      const { commands } = besides(place.file);
      const taken = takeOverOrAnew(place, options, clock.now());
      held = taken.held;
      open = { own, held, inbox: openInbox(commands, held.answers) };
      return taken.lost === undefined ? held.state : { ...held.state, lost: taken.lost };
    } catch (error) {
      held?.close();
      own.release();
      throw error;
    }
  }

  function standBy(place: Place): Promise<StoredState> {
    const { lock } = besides(place.file);
    return new Promise((resolve, reject) => {
      let timer: unknown;
      giveUp = () => {
        clock.clearTimeout(timer);
        reject(new SchedcError(`The wait for ${place.file} was ended.`, { code: "store/closed" }));
      };
      const look = (): void => {
        try {
          const own = tryToOwn(lock);
          if (own === undefined) {
            timer = clock.setTimeout(look, LOOK_EVERY);
            return;
          }
          giveUp = undefined;
          resolve(take(place, own));
        } catch (error) {
          giveUp = undefined;
          reject(error);
        }
      };
      timer = clock.setTimeout(look, LOOK_EVERY);
    });
  }

  function opened(): Open {
    if (open === undefined) throw new SchedcError("The store is not open.", { code: "store/closed" });
    return open;
  }

  return {
    durable: true,
    open() {
      if (open !== undefined || giveUp !== undefined) {
        throw new SchedcError(`${options.file} is open already; a store serves one scheduler.`, { code: "store/open" });
      }
      const place = preparePlace(options.file, { create: true, anyFileSystem: options.anyFileSystem ?? false });
      const own = tryToOwn(besides(place.file).lock);
      return own === undefined ? standBy(place) : take(place, own);
    },
    commit: (changes) => opened().held.commit(changes),
    fires: (job) => opened().held.fires(job),
    commands: () => opened().inbox.take(clock.now()),
    answer: (answers) => opened().inbox.answer(answers, clock.now()),
    close() {
      giveUp?.();
      giveUp = undefined;
      const closing = open;
      open = undefined;
      if (closing === undefined) return;
      try {
        closing.inbox.close();
        closing.held.close();
      } finally {
        closing.own.release();
      }
    },
  };
}

interface Taken {
  readonly held: Held;
  readonly lost?: SchedcError;
}

function takeOverOrAnew({ file, known }: Place, { history = {}, onCorrupt }: SqliteOptions, now: number): Taken {
  try {
    if (known && sizeOf(file) === 0) throw damage("nothing any more");
    return { held: takeOver(file, history, now) };
  } catch (cause) {
    if (!isDamage(cause) && !(cause instanceof SchedcError && cause.code === "store/corrupt")) throw cause;
    if (!known) {
      throw new SchedcError(`${file} is no store, and none has lived here. Give the store a file of its own.`, {
        code: "store/foreign",
        cause,
      });
    }
    if (onCorrupt === "refuse") {
      throw new SchedcError(
        `${file} is damaged. Put a copy of it back, or move it away and start anew without what it held.`,
        { code: "store/corrupt", cause },
      );
    }
    const aside = setAside(file, now);
    preparePlace(file, { create: true, anyFileSystem: true });
    const lost = new SchedcError(
      `${file} was damaged. It is kept as ${aside}, and the store begins anew: what was due while nothing ran is not ` +
        "known, limits count from nothing, and pauses are those of the schedules.",
      { code: "store/corrupt", cause },
    );
    return { held: takeOver(file, history, now), lost };
  }
}
