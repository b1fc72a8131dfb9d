/** Explain: what a text means, for people. */
export type { ClockChange } from "./clock-changes.ts";
export { type CronEquivalent, cronEquivalent } from "./cron-equivalent.ts";
export { type Explained, type ExplainOptions, explain, explainJob, type JobExplanation } from "./explain.ts";
export type { DayCount, PeriodCount, Silence } from "./frequency.ts";
export { explainTemplate, type TemplateExplanation } from "./template.ts";
