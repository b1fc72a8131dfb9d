export { cronFindings, dayFieldsOf } from "./findings.ts";
export { openPlainReader, type PlainReader } from "./library.ts";
export { type CronMeaning, cronDst, readCron } from "./read.ts";
