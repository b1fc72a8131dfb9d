/**
 * The tree of a `.sched` file: what was written, typed, with its places and nothing decided yet.
 *
 * It is a superset of the language: what the grammar of SPEC.md can read, also where a check will refuse it.
 * Every node knows its span; keywords leave no nodes. Where a statement was broken, it is missing from its list.
 */
import type { Span } from "../source/span.ts";

export interface Located {
  readonly span: Span;
}

/** A word with its place. */
export interface Name extends Located {
  readonly text: string;
}

/** A quoted string, its escapes resolved. */
export interface Text extends Located {
  readonly value: string;
}

export interface Integer extends Located {
  readonly value: number;
}

export interface FileNode extends Located {
  readonly kind: "file";
  readonly statements: readonly TopStatement[];
  /** Every comment of the file in order, doc comments among them. */
  readonly comments: readonly Comment[];
}

export interface Comment extends Located {
  readonly form: "line" | "block" | "doc";
  /** With its delimiters, as written. */
  readonly text: string;
}

export type TopStatement = ImportNode | DefaultsNode | CalendarNode | WindowNode | TemplateNode | GroupNode | JobNode;

/** A declaration and the `///` lines above it, joined by newlines, without their slashes. */
export interface Documented extends Located {
  readonly doc?: string;
}

export interface ImportNode extends Documented {
  readonly kind: "import";
  readonly typeOnly: boolean;
  /** `* as NAME` when the one element has `star`. */
  readonly names: readonly ImportedName[];
  readonly from: Text;
}

export interface ImportedName extends Located {
  readonly name: Name;
  readonly alias?: Name;
  readonly star: boolean;
}

export interface DefaultsNode extends Documented {
  readonly kind: "defaults";
  readonly settings: readonly Setting[];
}

export interface CalendarNode extends Documented {
  readonly kind: "calendar";
  readonly name: Name;
  readonly entries: readonly CalendarEntry[];
}

export type CalendarEntry =
  | (Located & { readonly kind: "dates"; readonly open: boolean; readonly dates: DateSpec; readonly label?: Text })
  | (Located & { readonly kind: "include"; readonly what: Text | Name })
  | (Located & { readonly kind: "weekend"; readonly days: readonly DayItem[] })
  | (Located & { readonly kind: "timezone"; readonly zone: Name })
  | (Located & { readonly kind: "covers"; readonly until: DateNode });

export type DateSpec =
  | (Located & { readonly kind: "dateSpan"; readonly from: DateNode; readonly to?: DateNode })
  | (Located & { readonly kind: "yearDays"; readonly from: MonthDay; readonly to?: MonthDay })
  | (Located & { readonly kind: "nthIn"; readonly nth: Nth; readonly months: readonly MonthItem[] });

export interface WindowNode extends Documented {
  readonly kind: "window";
  readonly name: Name;
  readonly parts: readonly WindowPart[];
  readonly zone?: Name;
}

export interface WindowPart extends Located {
  readonly days?: readonly DayItem[];
  readonly ranges: readonly RangeNode[];
}

export interface TemplateNode extends Documented {
  readonly kind: "template";
  readonly name: Name;
  readonly params: readonly ParamNode[];
  readonly body: readonly BodyItem[];
}

export interface ParamNode extends Located {
  readonly name: Name;
  readonly optional: boolean;
  readonly types: readonly (Name | Text | NumberValue)[];
  readonly list: boolean;
  readonly default?: ValueNode;
}

export interface GroupNode extends Documented {
  readonly kind: "group";
  readonly name: Name;
  readonly items: readonly (Setting | JobNode | GroupNode)[];
}

/** `job NAME { … }` or a sentence, which is a body of one trigger and one run without a name. */
export interface JobNode extends Documented {
  readonly kind: "job";
  /** Absent for a sentence. */
  readonly name?: Name;
  readonly form: "block" | "sentence";
  readonly body: readonly BodyItem[];
  /** In a sentence: how many items of the body stand before `{ }`; absent without braces. */
  readonly inline?: number;
}

export type BodyItem = TriggerNode | RunNode | Setting | ExpectNode;

export interface RunNode extends Located {
  readonly kind: "run";
  readonly call: CallNode;
}

// ——— Triggers ———

export type TriggerNode = EveryNode | OnceNode | AfterNode | CronNode | CustomNode;

export interface EveryNode extends Located {
  readonly kind: "every";
  readonly head: Head;
  readonly clauses: readonly Clause[];
}

export type Head =
  | (Located & { readonly kind: "count"; readonly count: Count; readonly afterCompletion: boolean })
  | (Located & { readonly kind: "unit"; readonly unit: Unit })
  | (Located & { readonly kind: "days"; readonly days: readonly DayItem[] });

export type Unit =
  | "millisecond"
  | "second"
  | "minute"
  | "hour"
  | "day"
  | "week"
  | "month"
  | "quarter"
  | "year"
  | "weekday"
  | "workday";

/** `1h30m` has two parts, `15 minutes` one. */
export interface Count extends Located {
  readonly parts: readonly { readonly amount: number; readonly unit: Unit }[];
  readonly form: "short" | "words";
}

export type Clause =
  | RangesClause
  | AtClause
  | OnClause
  | OffsetClause
  | InZoneClause
  | InMonthsClause
  | InWeeksClause
  | DuringClause
  | BoundClause
  | ExceptClause;

export interface RangesClause extends Located {
  readonly kind: "ranges";
  readonly ranges: readonly RangeNode[];
}

export type RangeNode =
  | (Located & { readonly kind: "hours"; readonly from: Integer; readonly to: Integer })
  | (Located & { readonly kind: "clocks"; readonly from: ClockNode; readonly to: ClockNode });

export interface ClockNode extends Located {
  readonly kind: "clock";
  /** Seconds of the day; 24:00 is 86,400. `midnight` is 0. */
  readonly seconds: number;
  readonly form: "time" | "ampm" | "midnight" | "noon";
}

/** `:30` or `:30:15`. */
export interface MinuteNode extends Located {
  readonly kind: "minute";
  readonly minute: number;
  readonly second: number;
}

export interface AtClause extends Located {
  readonly kind: "at";
  /** Empty under `random`. */
  readonly items: readonly (ClockNode | MinuteNode | ParameterNode)[];
  readonly random: boolean;
}

/** A template parameter where a literal may stand. */
export interface ParameterNode extends Located {
  readonly kind: "parameter";
  readonly name: string;
}

export interface OnClause extends Located {
  readonly kind: "on";
  readonly what:
    | { readonly kind: "days"; readonly days: readonly DayItem[] }
    | { readonly kind: "yearDays"; readonly days: readonly { readonly from: MonthDay; readonly to?: MonthDay }[] }
    | { readonly kind: "nth"; readonly nths: readonly Nth[] };
  readonly adjust?: Adjust;
}

export type Adjust = Located &
  (
    | { readonly kind: "move"; readonly to: "next" | "previous" | "nearest"; readonly day: "workday" | "weekday" }
    | { readonly kind: "clamp" }
  );

export interface OffsetClause extends Located {
  readonly kind: "offset";
  readonly count: Count;
  readonly side: "before" | "after";
  readonly of: Nth | ClockNode;
}

export interface InZoneClause extends Located {
  readonly kind: "inZone";
  readonly zone: Name;
}

export interface InMonthsClause extends Located {
  readonly kind: "inMonths";
  readonly months: readonly MonthItem[];
}

export interface InWeeksClause extends Located {
  readonly kind: "inWeeks";
  readonly parity: "even" | "odd";
}

export interface DuringClause extends Located {
  readonly kind: "during";
  readonly windows: readonly Name[];
}

export interface BoundClause extends Located {
  readonly kind: "from" | "until";
  readonly instant: InstantNode;
}

export interface ExceptClause extends Located {
  readonly kind: "except";
  readonly items: readonly ExceptItem[];
}

export type ExceptItem =
  | (Located & { readonly kind: "named"; readonly name: Name })
  | RangeNode
  | ClockNode
  | DayItem
  | (Located & { readonly kind: "dateSpan"; readonly from: DateNode; readonly to?: DateNode })
  | (Located & { readonly kind: "instantSpan"; readonly from: DateTimeNode; readonly to?: DateTimeNode })
  | Nth
  | (Located & { readonly kind: "yearDays"; readonly from: MonthDay; readonly to?: MonthDay })
  | (Located & { readonly kind: "months"; readonly month: MonthItem });

/** Weekdays are ISO numbers, 1 for Monday. */
export type DayItem =
  | (Located & { readonly kind: "class"; readonly of: "day" | "weekday" | "weekend" | "workday" })
  | (Located & { readonly kind: "named"; readonly from: number; readonly to?: number });

/** Months are 1 to 12. */
export interface MonthItem extends Located {
  readonly kind: "month";
  readonly from: number;
  readonly to?: number;
}

export interface MonthDay extends Located {
  readonly month: number;
  readonly day: number;
}

export interface Nth extends Located {
  readonly kind: "nth";
  /** `3rd` is 3, `last` -1, `3rd last` -3. */
  readonly nth: number;
  /** The end of `15th-20th`. */
  readonly to?: number;
  /** Absent for plain ordinals, which count days. Weekdays are ISO numbers. */
  readonly day?: "day" | "weekday" | "workday" | number;
  readonly rel?: { readonly side: "after" | "before"; readonly nth: number; readonly span: Span };
}

export interface DateNode extends Located {
  readonly kind: "date";
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export interface DateTimeNode extends Located {
  readonly kind: "dateTime";
  readonly date: DateNode;
  /** Seconds of the day. */
  readonly seconds: number;
  /** Minutes east of UTC; 0 for `Z`; absent for a local time. */
  readonly offset?: number;
}

export type InstantNode = DateTimeNode | DateNode | ParameterNode;
export type PointNode =
  | DateTimeNode
  | (Located & { readonly kind: "dateClock"; readonly date: DateNode; readonly clock: ClockNode })
  | ParameterNode;

export interface OnceNode extends Located {
  readonly kind: "once";
  readonly what:
    | { readonly kind: "at"; readonly points: readonly PointNode[] }
    | { readonly kind: "startup" }
    | { readonly kind: "offset"; readonly count: Count; readonly side: "before" | "after"; readonly point: PointNode };
  readonly zone?: Name;
}

export interface AfterNode extends Located {
  readonly kind: "after";
  readonly parts: readonly (Located & { readonly path: Path; readonly verb: "succeeds" | "fails" | "completes" })[];
}

export interface Path extends Located {
  readonly names: readonly Name[];
}

/** The tail: `in ZONE`, bounds, `except`, `during`. */
export interface CronNode extends Located {
  readonly kind: "cron";
  readonly expression: Text;
  readonly clauses: readonly Clause[];
}

export interface CustomNode extends Located {
  readonly kind: "custom";
  readonly call: CallNode;
  readonly clauses: readonly Clause[];
}

// ——— Calls ———

export interface CallNode extends Located {
  readonly path: Path;
  /** Absent without parentheses. */
  readonly args?: readonly ValueNode[];
}

export type ValueNode =
  | (Located & { readonly kind: "string"; readonly value: string })
  | NumberValue
  | (Located & { readonly kind: "literal"; readonly value: true | false | null })
  | (Located & { readonly kind: "reference"; readonly path: Path })
  | (Located & { readonly kind: "runtime"; readonly name: string })
  | (Located & { readonly kind: "list"; readonly items: readonly ValueNode[] })
  | (Located & { readonly kind: "object"; readonly pairs: readonly PairNode[] })
  /** A date, time or duration literal, as written. */
  | (Located & { readonly kind: "moment"; readonly text: string });

export interface NumberValue extends Located {
  readonly kind: "number";
  readonly value: number;
  readonly text: string;
}

export interface PairNode extends Located {
  readonly key: Name;
  readonly quoted: boolean;
  readonly value: ValueNode;
}

// ——— Settings and policies ———

export type Setting = TimezoneSetting | CalendarSetting | PolicyNode;

export interface TimezoneSetting extends Located {
  readonly kind: "timezone";
  readonly zone: Name;
}

export interface CalendarSetting extends Located {
  readonly kind: "useCalendar";
  readonly name: Name;
}

export type PolicyNode = Located & { readonly kind: "policy" } & PolicyBody;

export type PolicyBody =
  | { readonly policy: "max"; readonly value: Integer }
  | { readonly policy: "overlap"; readonly mode: "skip" | "queue" | "replace" | "allow"; readonly upTo?: Integer }
  | { readonly policy: "coalesce"; readonly mode?: "latest" | "earliest" | "none" }
  | { readonly policy: "grace" | "timeout" | "jitter" | "spread" | "deadline"; readonly count: Count }
  | { readonly policy: "catchUp"; readonly mode: "all" | "latest" | "none"; readonly within?: Count }
  | {
      readonly policy: "retry";
      readonly times: Integer;
      readonly wait?: Count;
      readonly backoff?: "exponential" | "linear" | "fixed";
      readonly upTo?: Count;
      readonly jitter: boolean;
    }
  | { readonly policy: "limit"; readonly runs: Integer }
  | { readonly policy: "when" | "unless"; readonly call: CallNode }
  | { readonly policy: "paused" }
  | { readonly policy: "priority"; readonly value: Integer }
  | { readonly policy: "dst"; readonly side: "gap"; readonly mode: "after" | "shift" | "skip" }
  | { readonly policy: "dst"; readonly side: "overlap"; readonly mode: "first" | "second" | "both" }
  | { readonly policy: "interrupted"; readonly mode: "rerun" | "drop" }
  | { readonly policy: "id" | "name" | "renamedFrom"; readonly text: Text }
  | { readonly policy: "tags"; readonly tags: readonly (Name | Text)[] }
  | { readonly policy: "onEnd"; readonly event: "failure" | "success" | "missed"; readonly call: CallNode }
  | { readonly policy: "onDuplicate"; readonly mode: "replace" | "keep" | "fail" };

export interface ExpectNode extends Located {
  readonly kind: "expect";
  readonly what:
    | { readonly kind: "points"; readonly points: readonly PointNode[]; readonly after: InstantNode }
    | { readonly kind: "never"; readonly clauses: readonly Clause[] }
    | {
        readonly kind: "count";
        readonly fires: Integer;
        readonly over:
          | { readonly kind: "date"; readonly date: DateNode }
          | { readonly kind: "span"; readonly from: InstantNode; readonly until: InstantNode }
          | { readonly kind: "every"; readonly unit?: Unit; readonly days?: readonly DayItem[] };
      };
}
