/** What the lowering of one job knows beside its own tree. */
import type { WindowNode } from "../../../dsl/index.ts";
import type { Calendar, DstPolicy } from "../../../runtime/model/index.ts";
import type { PlainReader } from "../../cron/index.ts";
import type { ShareData } from "../shared-data.ts";
import type { Parameters } from "./parameters.ts";

/** Worked out once for a job, the same for each of its triggers. */
export interface LowerContext {
  /** The job's zone once every level of settings has spoken. */
  readonly zone: string;
  /** What `dst …` overrides; the rest follows from how each trigger is written. */
  readonly dst: Partial<DstPolicy>;
  /** The job's id, which seeds `at random`. */
  readonly id: string;
  /** A window by its name, wherever in the file it stands. */
  readonly window: (name: string) => WindowNode | undefined;
  /** The calendar in force, once every level of settings has spoken. */
  readonly calendar: Calendar | undefined;
  /** A calendar by its name, wherever it is declared. */
  readonly calendarNamed: (name: string) => Calendar | undefined;
  /** Those of the template; a job has none. */
  readonly parameters: Parameters;
  /** Reads the plain items of cron fields. */
  readonly plain: PlainReader;
  /** The id of a job named in `after`: sought in the job's own group, then outwards. */
  readonly jobNamed: (path: readonly string[]) => string | undefined;
  /** One object for equal triggers of a build. */
  readonly shared: ShareData;
}

/** Clock times happen once a day, whatever the clock does that day. */
export const fixedDst: DstPolicy = { gap: "after", overlap: "first" };
/** Steps and patterns follow the wall clock. */
export const wallDst: DstPolicy = { gap: "skip", overlap: "both" };
/** A draw goes over every real second of its ranges, and into the first instant after a gap that swallowed them. */
export const drawnDst: DstPolicy = { gap: "after", overlap: "both" };
