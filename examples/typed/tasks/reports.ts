/** Reports by mail. The types are what `schedc check` holds shop.sched against. */
import type { Run } from "schedc/runtime";

export type Report = "daily" | "weekly";

export interface ReportOptions {
  readonly to: readonly string[];
  /** A page of text unless told. */
  readonly format?: "text" | "csv";
}

/** What was sent, for tests; a real shop would hand it to its mail server. */
export const outbox: { readonly report: Report; readonly to: readonly string[]; readonly key: string }[] = [];

/** Mails one report. The run's key goes with it, so that a mail server can tell a repeated one. */
export function sendReport(report: Report, { to, format = "text" }: ReportOptions, { key }: Run): string {
  outbox.push({ report, to, key });
  return `${report}.${format === "csv" ? "csv" : "txt"} to ${to.length}`;
}
