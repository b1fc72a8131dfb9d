/** The type of a task object that is written with dots: `mailer.send` asks for a `mailer` with a method `send`. */
import type { Signature, TaskMember } from "../model/module-model.ts";
import { typeKey } from "./identifier.ts";

/** A type literal; a member that is itself called has a call signature beside its members. */
export function memberType(member: TaskMember): string {
  const calls = member.signatures.map((signature) => signatureText("", signature));
  const members = member.members.flatMap((inner) =>
    inner.members.length === 0
      ? inner.signatures.map((signature) => signatureText(typeKey(inner.name), signature))
      : [`readonly ${typeKey(inner.name)}: ${memberType(inner)};`],
  );
  return `{\n${[...calls, ...members].join("\n")}\n}`;
}

function signatureText(name: string, { parameters, returns }: Signature): string {
  return `${name}(${parameters.map((one) => `${one.name}: ${one.type}`).join(", ")}): ${returns};`;
}
