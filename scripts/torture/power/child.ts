/**
 * What the power is cut from: `child DATABASE COMMITS`. It commits number after number, and says each on its output once
 * the store has taken it; now and then it ends in good order and begins again, and now and then someone asks something.
 */
import { writeSync } from "node:fs";
import type { Change } from "schedc/runtime";
import { createSqliteStore, openOperator } from "schedc/runtime/sqlite";

const [file = "", commits = ""] = process.argv.slice(2);
const store = createSqliteStore({ file, history: { perJob: 40 } });
const say = (what: string, number: number): void => void writeSync(1, `${what} ${number}\n`);

await store.open();
for (let n = 1; n <= Number(commits); n++) {
  say("try", n);
  await store.commit(changesOf(n));
  say("took", n);
  if (n % 25 === 0) {
    const asked = await openOperator({ file }).pause("job", { patience: 0 });
    say("asked", asked.number);
  }
  // Through the first half it goes on in one life, whose log grows until it is written back by itself.
  if (n % 15 === 0 && n > Number(commits) / 2) {
    await store.close();
    await store.open();
  }
}
await store.close();

/** Rows of several tables, now and then of several pages, so that a commit that is torn shows. */
function changesOf(n: number): readonly Change[] {
  const fire = { job: "job", fireAt: n, origin: "schedule", fence: 0, at: n } as const;
  return [
    {
      kind: "schedule",
      row: { job: "job", triggerHash: "h", since: 0, watermark: n, paused: false, started: n, sides: [] },
    },
    { kind: "fire", record: { ...fire, key: `job@${n - 1}`, fireAt: n - 1, state: "succeeded", attempt: 1 } },
    {
      kind: "fire",
      record: { ...fire, key: `job@${n}`, state: "running", attempt: 1, result: "x".repeat((n % 7) * 1_500) },
    },
  ];
}
