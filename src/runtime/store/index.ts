/** The durable store of one machine and the view of it from other processes: what `schedc/runtime/sqlite` holds. */
export type { AskOptions, AskResult, BackfillSpan } from "./ask.ts";
export type { FireView, HistoryQuery } from "./history.ts";
export { type Operator, type OperatorOptions, openOperator } from "./operator.ts";
export type { HistoryBounds } from "./prune.ts";
export { createSqliteStore, type SqliteOptions } from "./sqlite.ts";
export type { HolderView, JobView, StatusView } from "./status.ts";
