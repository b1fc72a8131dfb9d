/**
 * Members of the interface of tasks. A task with arguments is a property, whose parameters TypeScript holds strictly; of
 * a method it would also let a function pass that takes less than it is handed. One without arguments is a method.
 */
import type { Signature, TaskMember } from "../model/module-model.ts";
import { typeKey } from "./identifier.ts";

/** Whether it is written as a method. */
export function isMethod({ signatures, members }: TaskMember): boolean {
  return (
    members.length === 0 && signatures.length === 1 && signatures.every(({ parameters }) => parameters.every(isContext))
  );
}

/** The type of a member that is no method; one with dots is an object, which may be called itself. */
export function memberType({ signatures, members }: TaskMember): string {
  const [only, ...others] = signatures;
  if (only && others.length === 0 && members.length === 0) return `(${parametersText(only)}) => ${only.returns}`;
  const calls = signatures.map((one) => `(${parametersText(one)}): ${one.returns};`);
  return `{\n${[...calls, ...members.map(memberText)].join("\n")}\n}`;
}

function memberText(member: TaskMember): string {
  const [first] = member.signatures;
  return first && isMethod(member)
    ? `${typeKey(member.name)}(${parametersText(first)}): ${first.returns};`
    : `readonly ${typeKey(member.name)}: ${memberType(member)};`;
}

function parametersText({ parameters }: Signature): string {
  return parameters.map(({ name, type }) => `${name}: ${type}`).join(", ");
}

function isContext({ context }: Signature["parameters"][number]): boolean {
  return context;
}
