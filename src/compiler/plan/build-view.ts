/** What the jobs of a build know of each other: every id, and every file by its name. */
import { type CalendarNode, type FileNode, identityOf, type JobPlace, jobsOf, type Text } from "../../dsl/index.ts";
import type { Calendar, CivilDate, DaySet } from "../../runtime/model/index.ts";
import type { PlainReader } from "../cron/index.ts";
import { createSharedData, type ShareData } from "./shared-data.ts";
import type { Source } from "./source.ts";

/** The same for every job of a build. */
export interface BuildView {
  readonly ids: ReadonlySet<string>;
  readonly fileNamed: (name: string) => FileNode | undefined;
  /** The zone of a job for which nothing names one. */
  readonly defaultZone: string;
  readonly plain: PlainReader;
  /** What `include "FILE"` of a calendar brings; undefined where the file could not be read. */
  readonly included: (path: Text) => IncludedDays | undefined;
  /** The days of a calendar, worked out once. */
  readonly calendars: Map<CalendarNode, Calendar>;
  /** Of triggers and policies: one object for equal ones. */
  readonly shared: ShareData;
}

/** The events of a file, the days of all of them holidays. */
export interface IncludedDays {
  readonly events: readonly { readonly days: DaySet; readonly label?: string }[];
  /** The last day that they are known for, where they do not go on for ever. */
  readonly covers?: CivilDate;
}

/** Ids count even where their job turns out wrong, so that what waits for it is not wrong as well. */
export function buildView(
  sources: readonly Source[],
  defaultZone: string,
  plain: PlainReader,
  included: BuildView["included"] = () => undefined,
): BuildView {
  const files = new Map(sources.map(({ name, file }) => [name, file]));
  const places: readonly JobPlace[] = sources.flatMap(({ file }) => jobsOf(file));
  const ids = new Set(places.flatMap((place) => identityOf(place)?.id ?? []));
  const fileNamed = (name: string): FileNode | undefined => files.get(name);
  return { ids, fileNamed, defaultZone, plain, included, calendars: new Map(), shared: createSharedData() };
}
