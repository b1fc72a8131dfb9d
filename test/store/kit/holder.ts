/** A process that takes a store, says so, and holds it until it is ended. `node holder.ts FILE`. */
import { createSqliteStore } from "schedc/runtime/sqlite";

const [, , file = ""] = process.argv;
const store = createSqliteStore({ file });
const state = store.open();
if (state instanceof Promise) console.log("waiting");
const { fence } = await state;
console.log(`holds ${fence}`);
process.stdin.on("data", (text) => {
  store.commit([{ kind: "rename", from: "a", to: "b" }]);
  console.log(`wrote ${String(text).trim()}`);
});
