/** All triggers of a job as one. */
import {
  type CronNode,
  type CustomNode,
  type Located,
  type Name,
  type Span,
  type TriggerNode,
  windowsOf,
  workdaysOf,
  workdaysOfWindow,
} from "../../../dsl/index.ts";
import type {
  AfterTrigger,
  CalendarTrigger,
  CustomTrigger,
  Trigger,
  UnionTrigger,
} from "../../../runtime/model/index.ts";
import { cronDst, readCron } from "../../cron/index.ts";
import { gather } from "./clauses.ts";
import type { LowerContext } from "./context.ts";
import { lowerEvery } from "./every.ts";
import { fixedTimes, patternTimes } from "./normal-times.ts";
import { lowerOnce } from "./once.ts";
import { ordered } from "./order.ts";
import { refuse } from "./refusal.ts";
import { scopeOf } from "./scope.ts";
import { callOf } from "./values.ts";

/** What a union is made of. */
type Single = UnionTrigger["of"][number];

/** The whole, and its parts for those who speak about one of them. */
export interface LoweredTriggers {
  readonly trigger: Trigger;
  /** What each of the nodes means by itself, in source order. */
  readonly parts: readonly { readonly node: TriggerNode; readonly trigger: Trigger }[];
}

/** The union of several; the order in which they were written means nothing. */
export function lowerTriggers(job: Located, nodes: readonly TriggerNode[], context: LowerContext): LoweredTriggers {
  const lowered = nodes.map((node) => ({ node, members: withCalendar(node, lower(node, context), context) }));
  const trigger = unionOf(
    job,
    lowered.flatMap(({ members }) => members),
    context,
  );
  const [only, ...others] = nodes;
  if (only && others.length === 0) return { trigger, parts: [{ node: only, trigger }] };
  return { trigger, parts: lowered.map(({ node, members }) => ({ node, trigger: unionOf(node, members, context) })) };
}

function unionOf(place: Located, members: readonly Single[], { shared }: LowerContext): Trigger {
  const all = ordered(members);
  const [first, second] = all;
  if (first === undefined) return refuse(place, "the job has no trigger");
  return shared(second === undefined ? first : { kind: "union", of: all });
}

/** A trigger that asks for workdays carries the days of its calendar. */
export function withCalendar<T extends Single>(
  node: TriggerNode,
  members: readonly T[],
  context: LowerContext,
): readonly T[] {
  const [asked] = [...workdaysOf(node), ...windowsOf(node).flatMap((name) => workdaysIn(name, context))];
  if (asked === undefined) return members;
  const calendar = context.calendar ?? refuse({ span: asked }, "no calendar says which days are workdays");
  return members.map((member) => ("zone" in member ? { ...member, calendar } : member));
}

/** The use of a window stands for the workdays that its declaration asks for. */
function workdaysIn(name: Name, context: LowerContext): readonly Span[] {
  const window = context.window(name.text);
  return window && workdaysOfWindow(window).length > 0 ? [name.span] : [];
}

function lower(node: TriggerNode, context: LowerContext): readonly Single[] {
  switch (node.kind) {
    case "every":
      return lowerEvery(node, context);
    case "once":
      return [lowerOnce(node, context)];
    case "after":
      return [lowerAfter(node, context)];
    case "cron":
      return [lowerCron(node, context)];
    case "custom":
      return [lowerCustom(node, context)];
  }
}

/** Sides in any order: each is waited for. */
function lowerAfter(node: Extract<TriggerNode, { kind: "after" }>, context: LowerContext): AfterTrigger {
  const all = node.parts.map(({ path, verb }) => {
    const names = path.names.map(({ text }) => text);
    const job = context.jobNamed(names) ?? refuse(path, `there is no job \`${names.join(".")}\``);
    return { job, ends: verb };
  });
  return { kind: "after", all: ordered(all) };
}

/** `from` and `until` only bound here; the expression has its own anchor in the calendar. */
function lowerCron(node: CronNode, context: LowerContext): CalendarTrigger {
  const { meaning } = readCron(node.expression.value, context.plain);
  if (meaning === undefined) return refuse(node.expression, "this is no cron expression that can be read");
  const { days, clocks, fixed } = meaning;
  const scope = scopeOf(gather(node.clauses), "month", true, context);
  const times = fixed ? fixedTimes(clocks) : patternTimes(clocks);
  return { kind: "calendar", ...scope, days, times, dst: { ...cronDst(fixed), ...context.dst } };
}

/** The function is bound by the module; the plan holds its name and arguments. */
function lowerCustom(node: CustomNode, context: LowerContext): CustomTrigger {
  return {
    kind: "custom",
    ...scopeOf(gather(node.clauses), "month", true, context),
    ...callOf(node.call, context.parameters),
  };
}
