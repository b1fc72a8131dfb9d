/** Plans written by hand for the tests of the emitter: what the compiler would make of the sentences they quote. */
import { hashOf } from "../../src/compiler/plan/canonical.ts";
import type { FileSide, JobSide, Plan, PlanJob, PlanPolicy } from "../../src/compiler/plan/types.ts";
import { defaultPolicy, type Trigger, type Value } from "../../src/runtime/model/index.ts";

const span = { start: 0, end: 0 };

export const workingHours: Trigger = {
  kind: "calendar",
  zone: "Europe/Berlin",
  days: [{ weekdays: [1, 2, 3, 4, 5] }],
  times: { hours: [9, 10, 11, 12, 13, 14, 15, 16, 17], minutes: [30], seconds: [0] },
  dst: { gap: "skip", overlap: "both" },
};

export interface JobInput {
  readonly id: string;
  readonly task?: string;
  readonly args?: readonly Value[];
  readonly trigger?: Trigger;
  readonly policy?: Partial<PlanPolicy>;
  readonly name?: string;
  readonly doc?: string;
  readonly says?: string;
}

export interface ImportInput {
  readonly from: string;
  readonly names?: readonly (string | readonly [name: string, alias: string])[];
  readonly star?: string;
}

/** Plan and side table of one file. */
export function planOf(
  file: string,
  jobs: readonly JobInput[],
  imports: readonly ImportInput[] = [],
): { plan: Plan; side: FileSide } {
  const planned = jobs.map(
    ({ id, task = id, args = [], trigger = workingHours, policy = {}, name = id }): PlanJob => ({
      id,
      name,
      trigger,
      triggerHash: hashOf(trigger),
      policy: { ...defaultPolicy, ...policy },
      task,
      args,
      source: file,
    }),
  );
  return {
    plan: { version: 1, hash: "", jobs: planned, templates: [], calendars: [] },
    side: {
      file,
      imports: imports.map(({ from, names = [], star }) => ({
        from,
        typeOnly: false,
        span,
        fromSpan: span,
        names: star
          ? [{ name: star, star: true }]
          : names.map((one) =>
              typeof one === "string" ? { name: one, star: false } : { name: one[0], alias: one[1], star: false },
            ),
      })),
      jobs: jobs.map(
        ({ id, doc, says = "every weekday 9-17 at :30" }): JobSide => ({
          id,
          span,
          triggerSpans: [span],
          idSpan: span,
          says,
          ...(doc !== undefined && { doc }),
        }),
      ),
    },
  };
}
