/** One case held against the compiler and the engine. */
import { check } from "schedc";
import { isFire, nextFire, previousFire, type Trigger } from "schedc/runtime";
import { isBeyondTime, otherReading, zoneNamed } from "./other-reading.ts";
import type { VectorCase } from "./vector-case.ts";

export type Verdict =
  | { readonly kind: "right" }
  | { readonly kind: "wrong"; readonly got: string }
  | { readonly kind: "refused"; readonly by: string }
  /** Nothing that we could be held to. */
  | { readonly kind: "other"; readonly why: string };

type CronCase = VectorCase & { readonly expr: string };

export async function judge(vector: CronCase): Promise<Verdict> {
  const zone = zoneNamed(vector.tz ?? "UTC");
  if (zone === undefined) return { kind: "other", why: `no zone keeps ${vector.tz}` };
  if (isBeyondTime(vector)) return { kind: "other", why: "beyond 2400" };
  const dst = vector.tier === "policy" ? policyOf(vector.policies ?? []) : "";
  if (dst === undefined) return { kind: "other", why: `a policy that \`dst\` has not: ${vector.policies?.join()}` };
  const reading = await read(vector.expr, zone, dst);
  if (vector.invalid) {
    if (reading.trigger === undefined) return right;
    return vector.tier === "core" ? { kind: "wrong", got: "accepted" } : { kind: "other", why: "accepted here" };
  }
  if (reading.trigger === undefined) {
    const isEmpty = reading.codes.every((code) => code === "time/never-fires") && vector.expect?.length === 0;
    return isEmpty ? right : { kind: "refused", by: reading.codes.join() };
  }
  const why = otherReading(vector);
  if (why !== undefined) return { kind: "other", why };
  return await held(vector, reading.trigger, zone, dst);
}

const right: Verdict = { kind: "right" };

async function held(vector: CronCase, trigger: Trigger, zone: string, dst: string): Promise<Verdict> {
  if (vector.expect !== undefined) {
    const got = firesOf(vector, trigger);
    return verdict(got.join() === vector.expect.map((text) => iso(Date.parse(text))).join(), got.join(" "));
  }
  if (vector.match !== undefined && vector.at !== undefined) {
    const is = isFire(trigger, Date.parse(vector.at));
    return verdict(is === vector.match, is ? "fires" : "does not fire");
  }
  for (const [texts, wanted] of [
    [vector.equivalent, true],
    [vector.notEquivalent, false],
  ] as const) {
    for (const text of texts === undefined ? [] : [texts].flat()) {
      const other = await read(text, zone, dst);
      if (other.trigger === undefined) return { kind: "refused", by: other.codes.join() };
      if ((JSON.stringify(other.trigger) === JSON.stringify(trigger)) !== wanted) return { kind: "wrong", got: text };
    }
  }
  return vector.valid || vector.equivalent || vector.notEquivalent
    ? right
    : { kind: "other", why: "asks nothing of us" };
}

function verdict(holds: boolean, got: string): Verdict {
  return holds ? right : { kind: "wrong", got };
}

function firesOf(vector: CronCase, trigger: Trigger): readonly string[] {
  const back = vector.dir === "prev";
  const limit = (vector.expect?.length ?? 0) + (vector.exhausted ? 1 : 0);
  const got: string[] = [];
  let at: number | undefined = startOf(vector, back);
  while (got.length < limit) {
    at = back ? previousFire(trigger, at) : nextFire(trigger, at);
    if (at === undefined || isOutside(vector, at)) break;
    got.push(iso(at));
  }
  return got;
}

/** The instant to ask from. What lies between two milliseconds is after the first and before the second. */
function startOf({ from = "", inclusive = false }: CronCase, back: boolean): number {
  const at = Date.parse(from);
  const between = /\.\d{3}0*[1-9]/.test(from);
  if (back) return between || inclusive ? at + 1 : at;
  return inclusive && !between ? at - 1 : at;
}

function isOutside({ before, end, endInclusive = true, start }: CronCase, at: number): boolean {
  if (before !== undefined && at >= Date.parse(before)) return true;
  if (end !== undefined && (endInclusive ? at > Date.parse(end) : at >= Date.parse(end))) return true;
  return start !== undefined && at < Date.parse(start);
}

function iso(instant: number): string {
  return new Date(instant).toISOString();
}

interface Reading {
  readonly trigger?: Trigger;
  /** Of the errors. */
  readonly codes: readonly string[];
}

async function read(expression: string, zone: string, dst: string): Promise<Reading> {
  const text = `cron "${expression.replace(/["\\]/g, "\\$&")}" in ${zone} run f${dst}\n`;
  const { diagnostics, plan } = await check({ files: { "vector.sched": text } });
  const codes = diagnostics.filter(({ severity }) => severity === "error").map(({ code }) => code);
  const [job] = plan.jobs;
  return codes.length > 0 || job === undefined ? { codes } : { trigger: job.trigger, codes };
}

/** The projects' policies that hold for every expression alike, as `dst` writes them. */
const policies: Readonly<Record<string, string>> = {
  wallclock: " dst gap skip dst overlap both",
  once: " dst gap skip dst overlap first",
  "shift-all-first": " dst gap shift dst overlap first",
  "shift-both": " dst gap shift dst overlap both",
  "end-first-all": " dst gap after dst overlap first",
  last: " dst gap shift dst overlap second",
};

function policyOf(names: readonly string[]): string | undefined {
  const name = names.find((one) => Object.hasOwn(policies, one));
  return name === undefined ? undefined : policies[name];
}
