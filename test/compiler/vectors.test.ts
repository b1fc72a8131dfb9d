/** The judge of `scripts/vectors.ts`: it can say each of its four words. */
import { expect, test } from "vitest";
import { judge, type Verdict } from "../../scripts/vectors/judge.ts";
import type { VectorCase } from "../../scripts/vectors/vector-case.ts";

const base = { id: "one", tier: "core", expr: "0 9 * * *", tz: "UTC", from: "2026-01-01T09:00:00Z" } as const;

const rows: readonly (readonly [
  name: string,
  vector: VectorCase & { readonly expr: string },
  kind: Verdict["kind"],
])[] = [
  ["next, itself within", { ...base, inclusive: true, expect: ["2026-01-01T09:00:00Z"] }, "right"],
  ["next, itself not within", { ...base, inclusive: false, expect: ["2026-01-02T09:00:00Z"] }, "right"],
  ["a wrong instant", { ...base, inclusive: false, expect: ["2026-01-02T09:00:01Z"] }, "wrong"],
  ["previous", { ...base, dir: "prev", inclusive: false, expect: ["2025-12-31T09:00:00Z"] }, "right"],
  [
    "between two milliseconds",
    { ...base, from: "2026-01-01T09:00:00.000500Z", dir: "prev", expect: ["2026-01-01T09:00:00Z"] },
    "right",
  ],
  ["nothing before a horizon", { ...base, before: "2026-01-02T09:00:00Z", exhausted: true, expect: [] }, "right"],
  ["something before a horizon", { ...base, before: "2026-01-02T09:00:01Z", exhausted: true, expect: [] }, "wrong"],
  ["an expression without days", { ...base, expr: "0 9 30 2 *", exhausted: true, expect: [] }, "right"],
  ["an expression that is refused", { ...base, expr: "61 9 * * *", invalid: true }, "right"],
  ["one that is not", { ...base, invalid: true }, "wrong"],
  [
    "a feature that is refused",
    { ...base, expr: "H 9 * * *", tier: "ext", expect: ["2026-01-02T09:00:00Z"] },
    "refused",
  ],
  [
    "another rule for the days",
    { ...base, expr: "0 9 1 * 5", semantics: ["dom-dow-and"], expect: ["2026-05-01T09:00:00Z"] },
    "other",
  ],
  ["membership", { ...base, at: "2026-01-05T09:00:00Z", match: true }, "right"],
  ["equal expressions", { ...base, equivalent: "0 9 * * 0-6" }, "right"],
  ["expressions that are not", { ...base, equivalent: "0 9 * * 1-6" }, "wrong"],
  [
    "another policy",
    {
      ...base,
      expr: "30 2 * * *",
      tier: "policy",
      policies: ["shift-both"],
      tz: "America/New_York",
      from: "2026-03-08T00:00:00Z",
      expect: ["2026-03-08T07:30:00Z"],
    },
    "right",
  ],
];

test.each(rows)("%s", async (_, vector, kind) => {
  expect((await judge(vector)).kind).toBe(kind);
});
