/** The smallest program: `node --conditions=schedc-source examples/hello/main.ts` here, `node main.ts` in a project of your own. */
import { createScheduler } from "schedc/runtime";
import { register } from "./hello.sched.ts";

const scheduler = createScheduler();
register(scheduler, { businessTask: ({ key }) => console.log("Back to work:", key) });
process.once("SIGINT", () => void scheduler.stop());
await scheduler.start();
console.log("Waiting for the next ten seconds; Ctrl+C stops.");
