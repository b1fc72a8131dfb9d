/** The interface of the tasks that an app gives, typed from how the file uses them. */
import type { PlanCall } from "../../plan/types.ts";
import { valueType } from "../text/value-text.ts";
import { appendsContext, type Context, importOf, referenceResolver } from "./calls.ts";
import type { ImportTable } from "./imports.ts";
import type { Signature, TaskMember, TaskMembers } from "./module-model.ts";

export interface Use {
  readonly call: PlanCall;
  /** What the caller does with the answer. */
  readonly as: "task" | "guard" | "trigger";
}

const returns: Readonly<Record<Use["as"], string>> = {
  task: "unknown",
  guard: "boolean | Promise<boolean>",
  trigger: "Date | null",
};

interface Draft {
  readonly signatures: Map<string, Signature>;
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
    addSignature(at.signatures, signatureOf(use, table));
  }
  return root.members.size === 0 ? undefined : { members: membersOf(root) };
}

function draft(): Draft {
  return { signatures: new Map(), members: new Map() };
}

/** Of two uses that differ in the answer alone the stricter one stays: a guard may be run as a task. */
function addSignature(signatures: Map<string, Signature>, signature: Signature): void {
  const key = signature.parameters.map((parameter) => parameter.type).join(", ");
  const known = signatures.get(key);
  if (known === undefined || known.returns === returns.task) signatures.set(key, signature);
}

function membersOf(of: Draft): TaskMember[] {
  return [...of.members].map(([name, member]) => ({
    name,
    signatures: [...member.signatures.values()],
    members: membersOf(member),
  }));
}

function signatureOf({ call, as }: Use, table: ImportTable): Signature {
  const resolve = referenceResolver(table);
  const context: Context = as === "trigger" ? "after" : "run";
  const parameters = call.args.map((value, index) => ({ name: letters(index), type: valueType(value, resolve) }));
  const appended = appendsContext(call, context, undefined)
    ? [{ name: context, type: context === "run" ? "Run" : "Date" }]
    : [];
  return { parameters: [...parameters, ...appended], returns: returns[as] };
}

/** a, b … z, a1, b1 … */
function letters(index: number): string {
  const round = Math.floor(index / 26);
  return String.fromCharCode(97 + (index % 26)) + (round === 0 ? "" : String(round));
}
