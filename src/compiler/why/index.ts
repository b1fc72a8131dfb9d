/** What made a job fire at an instant, move, merge or stay away. */
export type { Reason, TriggerWhy, Why } from "./types.ts";
export { whyAt } from "./why.ts";
