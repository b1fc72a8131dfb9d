/** Refuses a policy that no run could follow: a word or number it does not know would be silence later. */
import { type CatchUp, type Policy, type Retry, SchedcError } from "../model/index.ts";
import { memberOf } from "./member.ts";

interface Check {
  /** Where it stands, as it is written. */
  readonly field: keyof Policy | `catchUp.${keyof CatchUp}` | `retry.${keyof Retry}`;
  readonly holds: (value: unknown) => boolean;
  /** What is needed instead. */
  readonly needed: string;
  /** Whether it may be left out. */
  readonly optional?: true;
}

const oneOf = (...words: readonly string[]) => ({
  holds: (value: unknown) => words.includes(value as string),
  needed: `one of ${words.join(", ")} is`,
});
const whole = (least: number) => ({
  holds: (value: unknown) => value === Number.POSITIVE_INFINITY || (Number.isInteger(value) && Number(value) >= least),
  needed: `a whole number from ${least} up is`,
});
const length = {
  holds: (value: unknown) => typeof value === "number" && value >= 0,
  needed: "milliseconds from 0 up are",
};
const words = {
  holds: (value: unknown) => Array.isArray(value) && value.every((word) => typeof word === "string"),
  needed: "a list of texts is",
};

const CHECKS: readonly Check[] = [
  { field: "max", ...whole(1) },
  { field: "overlap", ...oneOf("skip", "queue", "replace", "allow") },
  { field: "queue", ...whole(0), optional: true },
  { field: "coalesce", ...oneOf("latest", "earliest", "none") },
  { field: "grace", ...length },
  { field: "catchUp.mode", ...oneOf("all", "latest", "none") },
  { field: "catchUp.within", ...length, optional: true },
  { field: "retry.times", ...whole(0) },
  { field: "retry.wait", ...length },
  { field: "retry.backoff", ...oneOf("fixed", "linear", "exponential") },
  { field: "retry.upTo", ...length, optional: true },
  { field: "timeout", ...length, optional: true },
  { field: "jitter", ...length, optional: true },
  { field: "spread", ...length, optional: true },
  { field: "limit", ...whole(0), optional: true },
  { field: "priority", holds: Number.isFinite, needed: "a number is" },
  { field: "deadline", ...length, optional: true },
  { field: "interrupted", ...oneOf("rerun", "drop") },
  { field: "onDuplicate", ...oneOf("replace", "keep", "fail") },
  { field: "tags", ...words },
  { field: "renamedFrom", ...words },
];

export function checkPolicy(id: string, policy: Policy): Policy {
  for (const { field, holds, needed, optional } of CHECKS) {
    const value = memberOf(policy, field);
    if (holds(value) || (optional && value === undefined)) continue;
    const given = typeof value === "string" ? JSON.stringify(value) : String(value);
    throw new SchedcError(`The job ${id} has ${field} ${given}; ${needed} needed.`, { code: "job/policy" });
  }
  return policy;
}
