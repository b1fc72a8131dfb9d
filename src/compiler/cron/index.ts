/** Cron: expressions read by their fields, what they mean as a trigger, and what is wrong in them. */
export { cronFindings, dayFieldsOf } from "./findings.ts";
export { openPlainReader, type PlainReader } from "./library.ts";
export { type CronMeaning, cronDst, readCron } from "./read.ts";
