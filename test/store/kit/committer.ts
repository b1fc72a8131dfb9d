/** Commits so often and ends: `node committer.ts FILE COMMITS`. */
import { createSqliteStore } from "schedc/runtime/sqlite";

const [file = "", commits = "0"] = process.argv.slice(2);
const store = createSqliteStore({ file });
await store.open();
for (let n = 0; n < Number(commits); n++) {
  await store.commit([
    {
      kind: "schedule",
      row: { job: "job", triggerHash: "h", since: 0, watermark: n, paused: false, started: n, sides: [] },
    },
  ]);
}
// Without an end in good order, which writes the log back.
process.exit(0);
