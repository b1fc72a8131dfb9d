/** A store whose state outlives its scheduler: what is on its disk is JSON, and a new store begins where the disk stands. */
import type { Answer, Change, Command, FireRecord, Store, StoredState } from "../../../src/runtime/scheduler/index.ts";
import { hasEnded } from "../../../src/runtime/scheduler/store.ts";

/** What a commit left, as JSON. */
export type Image = string;

interface Content {
  readonly schedules: Record<string, StoredState["schedules"][number]>;
  readonly definitions: Record<string, StoredState["definitions"][number]>;
  readonly fires: Record<string, FireRecord>;
  fence: number;
  /** Commands up to this number were taken up. */
  through: number;
}

export interface Disk {
  readonly image: Image;
  readonly keeps: boolean;
  /** After each commit, where they are kept. */
  readonly images: Image[];
  /** What a store must never be told. */
  readonly faults: string[];
  /** What is on it, not to be changed. */
  content(): Content;
}

/** `keeps`: an image of each commit. */
export function createDisk(image: Image = empty, { keeps = true }: { readonly keeps?: boolean } = {}): Disk {
  const content = JSON.parse(image) as Content;
  return {
    images: [],
    keeps,
    faults: [],
    content: () => content,
    get image() {
      return JSON.stringify(content);
    },
  };
}

const empty: Image = JSON.stringify({ schedules: {}, definitions: {}, fires: {}, fence: 0, through: 0 });

export interface DurableOptions {
  /** How it answers a commit: at once, a moment later, or when told; it may throw. */
  readonly answer?: (write: () => void) => void | Promise<void>;
  readonly commands?: () => readonly Command[];
}

export interface DurableStore extends Store {
  readonly answers: Answer[];
  readonly commits: (readonly Change[])[];
}

export function createDurableStore(
  disk: Disk,
  { answer = (write) => write(), commands }: DurableOptions = {},
): DurableStore {
  const answers: Answer[] = [];
  const commits: (readonly Change[])[] = [];

  function write(changes: readonly Change[]): void {
    // As JSON, so that nothing is shared with the scheduler.
    const written = JSON.parse(JSON.stringify(changes)) as readonly Change[];
    for (const change of written) apply(disk.content(), change, disk.faults);
    if (disk.keeps) disk.images.push(disk.image);
  }

  return {
    durable: true,
    answers,
    commits,
    open() {
      disk.content().fence++;
      const content = JSON.parse(disk.image) as Content;
      return {
        schedules: Object.values(content.schedules),
        definitions: Object.values(content.definitions),
        unfinished: Object.values(content.fires).filter(({ state }) => !hasEnded(state)),
        fence: content.fence,
      };
    },
    commit(changes) {
      commits.push(changes);
      return answer(() => write(changes));
    },
    fires: (job) => Object.values(disk.content().fires).filter((record) => record.job === job),
    close() {},
    ...(commands && {
      commands: () => commands().filter(({ number }) => number > disk.content().through),
      answer: (given) => void answers.push(...given),
    }),
  };
}

function apply(content: Content, change: Change, faults: string[]): void {
  switch (change.kind) {
    case "define":
      content.definitions[change.record.job] = change.record;
      break;
    case "schedule":
      content.schedules[change.row.job] = change.row;
      if (!Number.isFinite(change.row.watermark)) faults.push(`${change.row.job} was written before it began to live`);
      break;
    case "forget":
      delete content.schedules[change.job];
      delete content.definitions[change.job];
      break;
    case "rename": {
      const { [change.from]: row, ...schedules } = content.schedules;
      if (row === undefined) faults.push(`${change.from} was renamed and is unknown`);
      else Object.assign(content, { schedules: { ...schedules, [change.to]: { ...row, job: change.to } } });
      delete content.definitions[change.from];
      break;
    }
    case "command":
      content.through = Math.max(content.through, change.answer.number);
      break;
    case "fire": {
      const { record } = change;
      const before = content.fires[record.key];
      if (
        before !== undefined &&
        hasEnded(before.state) &&
        record.origin !== "backfill" &&
        before.origin !== "backfill"
      ) {
        faults.push(`${record.key} is ${record.state} after it was ${before.state}`);
      }
      // Once it has ended, a backfill begins a fire anew.
      if (before !== undefined && !hasEnded(before.state) && record.attempt < before.attempt) {
        faults.push(`${record.key} went back to attempt ${record.attempt} from ${before.attempt}`);
      }
      content.fires[record.key] = record;
    }
  }
}
