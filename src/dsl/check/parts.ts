/**
 * The small things of a file, gathered from wherever they stand, so that a rule about a clock or a date is written
 * once. The parameters of templates are not among them: `template-uses.rule.ts` looks at those.
 */
import type {
  CalendarEntry,
  CallNode,
  Clause,
  ClockNode,
  Count,
  DateNode,
  DateTimeNode,
  DayItem,
  ExceptItem,
  ExpectNode,
  FileNode,
  InstantNode,
  JobNode,
  Located,
  MinuteNode,
  MonthDay,
  Name,
  Nth,
  ParameterNode,
  PointNode,
  PolicyNode,
  RangeNode,
  Setting,
  TriggerNode,
  ValueNode,
} from "../tree/nodes.ts";
import { clausesOf } from "./clauses.ts";
import { type Names, namesOf } from "./names.ts";
import { groupsOf, isTrigger, jobsOf } from "./places.ts";
import { settingsOf } from "./settings.ts";
import { meantParameter, type TemplatePlace, templatesOf } from "./templates.ts";

export interface Parts {
  readonly clocks: ClockNode[];
  readonly minutes: MinuteNode[];
  readonly ranges: RangeNode[];
  readonly days: DayItem[];
  readonly nths: Nth[];
  readonly monthDays: MonthDay[];
  readonly dates: DateNode[];
  readonly dateTimes: DateTimeNode[];
  /** Where a date or an instant is due. */
  readonly parameters: ParameterNode[];
  /** Where a clock time is due. */
  readonly clockParameters: ParameterNode[];
  readonly counts: Count[];
  readonly zones: Name[];
  /** Names after `during`. */
  readonly windowNames: Name[];
  /** Names after `except`. */
  readonly exceptNames: Name[];
  /** Names after the setting `calendar`. */
  readonly calendarNames: Name[];
  /** Names after `include` in a calendar. */
  readonly includeNames: Name[];
  /** Dates from one to another, both as they are written. */
  readonly dateSpans: DateSpan[];
  readonly calls: CallNode[];
  /** Values and the values within them. */
  readonly values: ValueNode[];
  readonly policies: PolicyNode[];
}

export interface DateSpan extends Located {
  readonly from: DateNode | DateTimeNode;
  readonly to?: DateNode | DateTimeNode;
}

type Sink = { readonly [K in keyof Parts]: Parts[K] };

export function partsOf(file: FileNode): Parts {
  const parts = emptyParts();
  for (const statement of file.statements) {
    if (statement.kind === "defaults") for (const setting of settingsOf(statement)) addSetting(parts, setting);
    if (statement.kind === "calendar") for (const entry of statement.entries) addEntry(parts, entry);
    if (statement.kind !== "window") continue;
    for (const part of statement.parts) {
      parts.days.push(...(part.days ?? []));
      for (const range of part.ranges) addRange(parts, range);
    }
    if (statement.zone) parts.zones.push(statement.zone);
  }
  for (const group of groupsOf(file)) for (const setting of settingsOf(group)) addSetting(parts, setting);
  for (const { job } of jobsOf(file)) addBody(parts, job);
  for (const place of templatesOf(file)) addTemplate(parts, place, namesOf(file));
  return parts;
}

function emptyParts(): Sink {
  return {
    clocks: [],
    minutes: [],
    ranges: [],
    days: [],
    nths: [],
    monthDays: [],
    dates: [],
    dateTimes: [],
    parameters: [],
    clockParameters: [],
    counts: [],
    zones: [],
    windowNames: [],
    exceptNames: [],
    calendarNames: [],
    includeNames: [],
    dateSpans: [],
    calls: [],
    values: [],
    policies: [],
  };
}

function addBody(parts: Sink, job: JobNode): void {
  for (const setting of settingsOf(job)) addSetting(parts, setting);
  for (const item of job.body) {
    if (isTrigger(item)) addTrigger(parts, item);
    if (item.kind === "run") addCall(parts, item.call);
    if (item.kind === "expect") addExpectation(parts, item);
  }
}

/** A word that is a parameter, or nearly one, is none of what it would be elsewhere, nor is an unknown instant. */
function addTemplate(parts: Sink, place: TemplatePlace, names: Names): void {
  const { job, params } = place;
  const own = emptyParts();
  addBody(own, job);
  const isParameter = (name: string | undefined): boolean =>
    name !== undefined && (params.has(name) || meantParameter(name, place, names) !== undefined);
  const kept: Sink = {
    ...own,
    parameters: [],
    clockParameters: own.clockParameters.filter(({ name }) => !isParameter(name)),
    zones: own.zones.filter(({ text }) => !isParameter(text)),
    values: own.values.filter((one) => one.kind !== "reference" || !isParameter(one.path.names[0]?.text)),
  };
  for (const key of Object.keys(kept) as (keyof Sink)[]) addAll(parts[key], kept[key]);
}

function addAll(to: unknown[], from: readonly unknown[]): void {
  for (const one of from) to.push(one);
}

function addEntry(parts: Sink, entry: CalendarEntry): void {
  switch (entry.kind) {
    case "dates":
      if (entry.dates.kind === "nthIn") parts.nths.push(entry.dates.nth);
      else if (entry.dates.kind === "yearDays") addYearDays(parts, entry.dates);
      else addSpan(parts, entry.dates);
      break;
    case "include":
      if ("text" in entry.what) parts.includeNames.push(entry.what);
      break;
    case "weekend":
      parts.days.push(...entry.days);
      break;
    case "timezone":
      parts.zones.push(entry.zone);
      break;
    case "covers":
      addInstant(parts, entry.until);
      break;
  }
}

function addSpan(parts: Sink, span: DateSpan): void {
  parts.dateSpans.push(span);
  addInstant(parts, span.from);
  if (span.to) addInstant(parts, span.to);
}

function addTrigger(parts: Sink, trigger: TriggerNode): void {
  for (const clause of clausesOf(trigger)) addClause(parts, clause);
  if (trigger.kind === "every") {
    if (trigger.head.kind === "days") parts.days.push(...trigger.head.days);
    if (trigger.head.kind === "count") parts.counts.push(trigger.head.count);
  }
  if (trigger.kind === "custom") addCall(parts, trigger.call);
  if (trigger.kind !== "once") return;
  if (trigger.zone) parts.zones.push(trigger.zone);
  if (trigger.what.kind === "at") for (const point of trigger.what.points) addInstant(parts, point);
  if (trigger.what.kind === "offset") {
    parts.counts.push(trigger.what.count);
    addInstant(parts, trigger.what.point);
  }
}

function addExpectation(parts: Sink, { what }: ExpectNode): void {
  if (what.kind === "never") for (const clause of what.clauses) addClause(parts, clause);
  if (what.kind === "points") for (const instant of [...what.points, what.after]) addInstant(parts, instant);
  if (what.kind !== "count") return;
  const { over } = what;
  if (over.kind === "date") addInstant(parts, over.date);
  if (over.kind === "span") for (const instant of [over.from, over.until]) addInstant(parts, instant);
  if (over.kind === "every") parts.days.push(...(over.days ?? []));
}

function addClause(parts: Sink, clause: Clause): void {
  switch (clause.kind) {
    case "ranges":
      for (const range of clause.ranges) addRange(parts, range);
      break;
    case "at":
      for (const item of clause.items) {
        if (item.kind === "clock") parts.clocks.push(item);
        else if (item.kind === "minute") parts.minutes.push(item);
        else parts.clockParameters.push(item);
      }
      break;
    case "on":
      if (clause.what.kind === "days") parts.days.push(...clause.what.days);
      if (clause.what.kind === "yearDays") for (const days of clause.what.days) addYearDays(parts, days);
      if (clause.what.kind === "nth") parts.nths.push(...clause.what.nths);
      break;
    case "offset":
      parts.counts.push(clause.count);
      if (clause.of.kind === "nth") parts.nths.push(clause.of);
      else parts.clocks.push(clause.of);
      break;
    case "inZone":
      parts.zones.push(clause.zone);
      break;
    case "during":
      parts.windowNames.push(...clause.windows);
      break;
    case "from":
    case "until":
      addInstant(parts, clause.instant);
      break;
    case "except":
      for (const item of clause.items) addExcept(parts, item);
      break;
  }
}

function addExcept(parts: Sink, item: ExceptItem): void {
  switch (item.kind) {
    case "hours":
    case "clocks":
      addRange(parts, item);
      break;
    case "clock":
      parts.clocks.push(item);
      break;
    case "class":
      parts.days.push(item);
      break;
    case "named":
      if ("name" in item) parts.exceptNames.push(item.name);
      else parts.days.push(item);
      break;
    case "dateSpan":
    case "instantSpan":
      addSpan(parts, item);
      break;
    case "nth":
      parts.nths.push(item);
      break;
    case "yearDays":
      addYearDays(parts, item);
      break;
  }
}

function addRange(parts: Sink, range: RangeNode): void {
  parts.ranges.push(range);
  if (range.kind === "clocks") parts.clocks.push(range.from, range.to);
}

function addYearDays(parts: Sink, days: { readonly from: MonthDay; readonly to?: MonthDay }): void {
  parts.monthDays.push(days.from, ...(days.to ? [days.to] : []));
}

function addInstant(parts: Sink, instant: InstantNode | PointNode): void {
  switch (instant.kind) {
    case "date":
      parts.dates.push(instant);
      break;
    case "dateTime":
      parts.dates.push(instant.date);
      parts.dateTimes.push(instant);
      break;
    case "dateClock":
      parts.dates.push(instant.date);
      parts.clocks.push(instant.clock);
      break;
    case "parameter":
      parts.parameters.push(instant);
      break;
  }
}

function addSetting(parts: Sink, setting: Setting): void {
  if (setting.kind === "timezone") parts.zones.push(setting.zone);
  else if (setting.kind === "useCalendar") parts.calendarNames.push(setting.name);
  else {
    parts.policies.push(setting);
    if ("call" in setting) addCall(parts, setting.call);
  }
}

function addCall(parts: Sink, call: CallNode): void {
  parts.calls.push(call);
  for (const value of call.args ?? []) addValue(parts, value);
}

function addValue(parts: Sink, value: ValueNode): void {
  parts.values.push(value);
  if (value.kind === "list") for (const item of value.items) addValue(parts, item);
  if (value.kind === "object") for (const pair of value.pairs) addValue(parts, pair.value);
}
