/**
 * `npm run bench:store`: durable fires a second, every commit flushed, beside a bare SQLite loop that commits as often and
 * changes as many rows. Both in turn; medians of the rounds, the share too. Writes its section of `docs/performance.md`.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { DatabaseSync } from "node:sqlite";
import { fileURLToPath } from "node:url";
import { type Change, createScheduler, type Store } from "schedc/runtime";
import { createSqliteStore } from "schedc/runtime/sqlite";
import { createTestClock } from "schedc/testing";
import { withSection } from "./section.ts";

const ROUNDS = 11;
const directory = mkdtempSync(join(tmpdir(), "schedc-bench-"));
let files = 0;
const freshFile = (): string => join(directory, `${files++}.db`);

interface Commit {
  /** Rows of schedules and of fires that it writes. */
  readonly schedules: number;
  readonly fires: number;
}

/** The least that a program does which writes watermarks and fires down itself. */
function bareLoop(commits: readonly Commit[]): number {
  const database = new DatabaseSync(freshFile());
  database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
  database.exec("CREATE TABLE schedule (id TEXT PRIMARY KEY, watermark INTEGER) WITHOUT ROWID");
  database.exec("CREATE TABLE fire (key TEXT PRIMARY KEY, job TEXT, fire_at INTEGER, state TEXT, at INTEGER)");
  const mark = database.prepare(
    "INSERT INTO schedule VALUES (?, ?) ON CONFLICT DO UPDATE SET watermark = excluded.watermark",
  );
  const fire = database.prepare("INSERT INTO fire VALUES (?, ?, ?, ?, ?)");
  let n = 0;
  const began = performance.now();
  for (const { schedules, fires } of commits) {
    database.exec("BEGIN IMMEDIATE");
    for (let row = 0; row < schedules; row++) mark.run(`job${row}`, n);
    for (let row = 0; row < fires; row++, n++) fire.run(`job${row}@${n}`, `job${row}`, n, "running", n);
    database.exec("COMMIT");
  }
  const took = performance.now() - began;
  database.close();
  return took;
}

/** The store alone: a fire is claimed and its watermark moved, in one commit. */
async function storeLoop(commits: number): Promise<number> {
  const store = createSqliteStore({ file: freshFile() });
  await store.open();
  const began = performance.now();
  for (let n = 0; n < commits; n++) {
    await store.commit([
      {
        kind: "schedule",
        row: { job: "job0", triggerHash: "h", since: 0, watermark: n, paused: false, started: n, sides: [] },
      },
      {
        kind: "fire",
        record: {
          key: `job0@${n}`,
          job: "job0",
          fireAt: n,
          origin: "schedule",
          state: "running",
          attempt: 1,
          fence: 1,
          at: n,
        },
      },
    ]);
  }
  const took = performance.now() - began;
  await store.close();
  return took;
}

/** A scheduler that fires so many jobs at each of so many seconds; what it commits is counted. */
async function schedulerRun(
  jobs: number,
  seconds: number,
): Promise<{ readonly took: number; readonly commits: Commit[] }> {
  const commits: Commit[] = [];
  const sqlite = createSqliteStore({ file: freshFile(), history: { perJob: 1e9, total: 1e9 } });
  const counted: Store = {
    ...sqlite,
    commit(changes: readonly Change[]) {
      const fires = changes.filter(({ kind }) => kind === "fire").length;
      commits.push({ fires, schedules: changes.filter(({ kind }) => kind === "schedule").length });
      return sqlite.commit(changes);
    },
  };
  const clock = createTestClock("2026-01-01T00:00:00.500Z", { patience: 0 });
  const scheduler = createScheduler({ store: counted, clock, logger: { error() {}, warn() {} } });
  for (let n = 0; n < jobs; n++) {
    scheduler.schedule({
      id: `job${n}`,
      trigger: { kind: "elapsed", zone: "UTC", every: 1_000, anchor: "2026-01-01T00:00:00Z", days: [{}] },
      run: () => {},
    });
  }
  await scheduler.start();
  commits.length = 0;
  const began = performance.now();
  await clock.advance(seconds * 1_000);
  const took = performance.now() - began;
  await scheduler.stop();
  return { took, commits };
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

interface Line {
  readonly what: string;
  readonly fires: number;
  ours(): Promise<{ readonly took: number; readonly commits: readonly Commit[] }>;
}

const alone: Commit[] = Array.from({ length: 1_500 }, () => ({ schedules: 1, fires: 1 }));
const lines: readonly Line[] = [
  {
    what: "the store alone, a fire a commit",
    fires: alone.length,
    ours: async () => ({ took: await storeLoop(alone.length), commits: alone }),
  },
  { what: "a scheduler, one job a second", fires: 700, ours: () => schedulerRun(1, 700) },
  { what: "a scheduler, a hundred jobs a second", fires: 10_000, ours: () => schedulerRun(100, 100) },
  { what: "a scheduler, ten thousand jobs a second", fires: 30_000, ours: () => schedulerRun(10_000, 3) },
];

const whole = (value: number): string => Math.round(value).toLocaleString("en-US");
const rate = (count: number, milliseconds: number): string => whole((count / milliseconds) * 1_000);
const rows: string[] = [];
try {
  for (const { what, fires, ours } of lines) {
    const mine: number[] = [];
    const bare: number[] = [];
    let commits = 0;
    for (let round = 0; round < ROUNDS; round++) {
      const run = await ours();
      commits = run.commits.length;
      mine.push(run.took);
      bare.push(bareLoop(run.commits));
    }
    const [took, other] = [median(mine), median(bare)];
    const share = `${Math.round(median(mine.map((one, round) => (bare[round] ?? Number.NaN) / one)) * 100)} %`;
    rows.push(`| ${what} | ${rate(fires, took)} | ${rate(commits, took)} | ${rate(fires, other)} | ${share} |`);
    console.log(rows.at(-1));
  }
} finally {
  rmSync(directory, { recursive: true, force: true });
}

const section = `Made by \`npm run bench:store\`, on SQLite ${process.versions.sqlite}. Every commit is flushed to the disk. The bare loop commits as often and
writes as many rows, of five columns and one index where the store's fires have sixteen and three; it keeps no time, no policy and no
history. The scheduler runs on a test clock as fast as it goes: two commits a job and second, its start and its end.

| | fires/s | commits/s | bare loop, fires/s | of the bare loop |
| --- | --- | --- | --- | --- |
${rows.join("\n")}
`;
const page = fileURLToPath(new URL("../docs/performance.md", import.meta.url));
writeFileSync(page, withSection(readFileSync(page, "utf8"), "Durable fires", section));
