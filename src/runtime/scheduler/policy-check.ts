/** Refuses a policy that no run could follow: a word or number it does not know would be silence later. */
import { type Policy, SchedcError } from "../model/index.ts";

interface Check {
  /** Where it stands, as it is written. */
  readonly field: string;
  readonly holds: (value: unknown) => boolean;
  /** What is needed instead. */
  readonly needed: string;
  readonly read: (policy: Policy) => unknown;
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
  { field: "max", ...whole(1), read: ({ max }) => max },
  { field: "overlap", ...oneOf("skip", "queue", "replace", "allow"), read: ({ overlap }) => overlap },
  { field: "queue", ...whole(0), read: ({ queue }) => queue, optional: true },
  { field: "coalesce", ...oneOf("latest", "earliest", "none"), read: ({ coalesce }) => coalesce },
  { field: "grace", ...length, read: ({ grace }) => grace },
  { field: "catchUp.mode", ...oneOf("all", "latest", "none"), read: ({ catchUp }) => catchUp?.mode },
  { field: "catchUp.within", ...length, read: ({ catchUp }) => catchUp?.within, optional: true },
  { field: "retry.times", ...whole(0), read: ({ retry }) => retry?.times },
  { field: "retry.wait", ...length, read: ({ retry }) => retry?.wait },
  { field: "retry.backoff", ...oneOf("fixed", "linear", "exponential"), read: ({ retry }) => retry?.backoff },
  { field: "retry.upTo", ...length, read: ({ retry }) => retry?.upTo, optional: true },
  { field: "timeout", ...length, read: ({ timeout }) => timeout, optional: true },
  { field: "jitter", ...length, read: ({ jitter }) => jitter, optional: true },
  { field: "spread", ...length, read: ({ spread }) => spread, optional: true },
  { field: "limit", ...whole(0), read: ({ limit }) => limit, optional: true },
  { field: "priority", holds: Number.isFinite, needed: "a number is", read: ({ priority }) => priority },
  { field: "deadline", ...length, read: ({ deadline }) => deadline, optional: true },
  { field: "interrupted", ...oneOf("rerun", "drop"), read: ({ interrupted }) => interrupted },
  { field: "onDuplicate", ...oneOf("replace", "keep", "fail"), read: ({ onDuplicate }) => onDuplicate },
  { field: "tags", ...words, read: ({ tags }) => tags },
  { field: "renamedFrom", ...words, read: ({ renamedFrom }) => renamedFrom },
];

export function checkPolicy(id: string, policy: Policy): Policy {
  for (const { field, holds, needed, read, optional } of CHECKS) {
    const value = read(policy);
    if (holds(value) || (optional && value === undefined)) continue;
    const given = typeof value === "string" ? JSON.stringify(value) : String(value);
    throw new SchedcError(`The job ${id} has ${field} ${given}; ${needed} needed.`, { code: "job/policy" });
  }
  return policy;
}
