/** What is true of a trigger's fires over every day there is: decided, not sampled. */
export { type DaySet, daysWhere, isContained, union } from "./day-set.ts";
export { type Distances, distancesOf } from "./distances.ts";
export { findFires } from "./meetings.ts";
export { writtenOf } from "./members.ts";
export { type Relation, relationOf } from "./relations.ts";
export { type Tally, tallyOf, type Unit } from "./tally.ts";
export { daySeconds, localSecond, localSecondAt, type Written } from "./written.ts";
