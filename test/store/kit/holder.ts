/** A process that takes a store, says so, and holds it until it is ended. `node holder.ts FILE`. */
import { createSqliteStore } from "schedc/runtime/sqlite";

const [, , file = ""] = process.argv;
const store = createSqliteStore({ file, onWaiting: () => console.log("waiting") });
const { fence } = await store.open();
console.log(`holds ${fence}`);
process.stdin.on("data", (text) => {
  store.commit([{ kind: "rename", from: "a", to: "b" }]);
  console.log(`wrote ${String(text).trim()}`);
});
