/** The interface of the tasks that an app gives, typed from how the file uses them. */
import type { PlanCall } from "../../plan/types.ts";
import type { ResolveReference } from "../text/value-text.ts";
import { type ParameterTypes, placeType, type Written } from "../text/value-type.ts";
import { appendsContext, type Context, importOf, referenceResolver } from "./calls.ts";
import type { ImportTable } from "./imports.ts";
import type { Signature, TaskMember, TaskMembers } from "./module-model.ts";

export interface Use {
  readonly call: PlanCall;
  /** What the caller does with the answer. */
  readonly as: "task" | "guard" | "trigger";
  /** Of the template that it stands in. */
  readonly parameters?: ParameterTypes;
}

interface Draft {
  readonly uses: Use[];
  readonly members: Map<string, Draft>;
}

/** Undefined where no use is left to the app. Order is that of first use. */
export function taskInterface(uses: readonly Use[], table: ImportTable): TaskMembers | undefined {
  const root = draft();
  for (const use of uses) {
    if (importOf(use.call.task, table) !== undefined) continue;
    let at = root;
    for (const name of use.call.task.split(".")) {
      const next = at.members.get(name) ?? draft();
      at.members.set(name, next);
      at = next;
    }
    at.uses.push(use);
  }
  return root.members.size === 0 ? undefined : { members: membersOf(root, referenceResolver(table)) };
}

/** The tasks by the paths that the source writes, in the order of the interface. */
export function taskPaths({ members }: TaskMembers): readonly string[] {
  return members.flatMap((member) => [
    ...(member.signatures.length > 0 ? [member.name] : []),
    ...taskPaths(member).map((path) => `${member.name}.${path}`),
  ]);
}

function draft(): Draft {
  return { uses: [], members: new Map() };
}

function membersOf(of: Draft, resolve: ResolveReference): TaskMember[] {
  return [...of.members].map(([name, { uses, members }]) => ({
    name,
    signatures: [
      ...signatureOf(
        uses.filter(({ as }) => as !== "trigger"),
        "run",
        resolve,
      ),
      ...signatureOf(
        uses.filter(({ as }) => as === "trigger"),
        "after",
        resolve,
      ),
    ],
    members: membersOf({ uses, members }, resolve),
  }));
}

/** One for all uses that are handed the same context; none where there is no use. */
function signatureOf(uses: readonly Use[], context: Context, resolve: ResolveReference): Signature[] {
  if (uses.length === 0) return [];
  const calls = uses.map((use) => placesOf(use, context));
  const byLength = [...Map.groupBy(calls, ({ length }) => length).values()].map((alike) =>
    parametersOf(alike, context, resolve),
  );
  const [only = [], ...others] = byLength;
  return [{ parameters: others.length === 0 ? only : [restOf(byLength)], returns: returnsOf(uses) }];
}

/** A guard may be run as a task, whose answer may be anything. */
function returnsOf(uses: readonly Use[]): string {
  if (uses.some(({ as }) => as === "trigger")) return "Date | null";
  return uses.some(({ as }) => as === "guard") ? "boolean | Promise<boolean>" : "unknown";
}

/** What a call hands over, place by place, its context last. */
function placesOf({ call, parameters }: Use, context: Context): readonly Written[] {
  const args = call.args.map((value): Written => ({ value, ...(parameters && { parameters }) }));
  return appendsContext(call, context, undefined) ? [...args, contextOf[context]] : args;
}

const contextOf: Readonly<Record<Context, Written>> = { run: { type: "Run" }, after: { type: "Date" } };

function parametersOf(
  calls: readonly (readonly Written[])[],
  context: Context,
  resolve: ResolveReference,
): Signature["parameters"] {
  const [first = []] = calls;
  return first.map((_, at) => {
    const place = calls.flatMap((written) => written[at] ?? []);
    const isContext = at === first.length - 1 && place.every((one) => one === contextOf[context]);
    return { name: isContext ? context : letters(at), type: placeType(place, resolve), context: isContext };
  });
}

/** Calls of several lengths: a tuple for each, so that a function still learns what it is handed from the type. */
function restOf(byLength: readonly Signature["parameters"][]): Signature["parameters"][number] {
  const tuples = byLength.map((parameters) => `[${parameters.map(({ name, type }) => `${name}: ${type}`).join(", ")}]`);
  return { name: "...args", type: tuples.join(" | "), context: false };
}

/** a, b … z, a1, b1 … */
function letters(index: number): string {
  const round = Math.floor(index / 26);
  return String.fromCharCode(97 + (index % 26)) + (round === 0 ? "" : String(round));
}
