/** The door `schedc`: what tools call, and all that they may rely on. */
export type { Diagnostic, Edit, Fix, Related, Severity, Span } from "../dsl/index.ts";
export { type Checked, type Compiled, type CompileInput, check, compile } from "./compile.ts";
export type { Config } from "./config/types.ts";
export {
  type ClockChange,
  type CronEquivalent,
  type DayCount,
  type Explained,
  type ExplainOptions,
  explain,
  type JobExplanation,
  type PeriodCount,
  type Silence,
  type TemplateExplanation,
} from "./explain/index.ts";
export type { CompilerHost, SyncFiles } from "./host.ts";
export type { FileSide, JobSide, Plan, PlanJob, PlanPolicy, PlanTemplate } from "./plan/index.ts";
export { type FormattedText, format, type ParsedText, parse, type TextOptions } from "./text-doors.ts";
export { createTypeSession, type TypeSession } from "./types/index.ts";
