/** What changed between the jobs that were and those that are to be. */
import { describe, expect, test } from "vitest";
import { defaultPolicy, type Policy } from "../../src/runtime/model/index.ts";
import { compare, type Known, type Wanted } from "../../src/runtime/scheduler/index.ts";

const job = (id: string, policy: Partial<Policy> = {}, more: Partial<Wanted> = {}): Wanted => ({
  job: id,
  name: id,
  triggerHash: "a",
  policy: { ...defaultPolicy, ...policy },
  ...more,
});

const cases: readonly [what: string, before: readonly Known[], after: readonly Wanted[], expected: unknown[]][] = [
  ["nothing", [job("a")], [job("a")], []],
  ["a new one", [], [job("a")], [{ kind: "new", job: "a" }]],
  ["one that is gone", [job("a"), job("b")], [job("a")], [{ kind: "gone", job: "b" }]],
  ["another trigger", [job("a")], [job("a", {}, { triggerHash: "b" })], [{ kind: "retimed", job: "a" }]],
  [
    "members of the policy and the name",
    [job("a")],
    [job("a", { max: 2, retry: { ...defaultPolicy.retry, times: 3 } }, { name: "A" })],
    [{ kind: "changed", job: "a", fields: ["name", "max", "retry"] }],
  ],
  [
    "a member that is new",
    [job("a")],
    [job("a", { timeout: 5 })],
    [{ kind: "changed", job: "a", fields: ["timeout"] }],
  ],
  ["a member that went", [job("a", { timeout: 5 })], [job("a")], [{ kind: "changed", job: "a", fields: ["timeout"] }]],
  ["a rename", [job("old")], [job("new", { renamedFrom: ["old"] })], [{ kind: "renamed", job: "new", from: "old" }]],
  [
    "a rename with another trigger",
    [job("old")],
    [job("new", { renamedFrom: ["older", "old"] }, { triggerHash: "b" })],
    [
      { kind: "renamed", job: "new", from: "old" },
      { kind: "retimed", job: "new" },
    ],
  ],
  ["a rename that was done before", [job("new")], [job("new", { renamedFrom: ["old"] })], []],
  [
    "an old id that somebody else has now",
    [job("old")],
    [job("new", { renamedFrom: ["old"] }), job("old")],
    [{ kind: "new", job: "new" }],
  ],
  [
    "two that come from one: the first has it",
    [job("old")],
    [job("a", { renamedFrom: ["old"] }), job("b", { renamedFrom: ["old"] })],
    [
      { kind: "renamed", job: "a", from: "old" },
      { kind: "new", job: "b" },
    ],
  ],
  [
    "a rename to an id that was known: the old one is gone",
    [job("old"), job("new")],
    [job("new", { renamedFrom: ["old"] })],
    [{ kind: "gone", job: "old" }],
  ],
  ["one of which no more than the trigger is known", [{ job: "a", triggerHash: "a" }], [job("a", { max: 7 })], []],
];

test.each(cases)("%s", (_what, before, after, expected) => {
  expect(compare(before, after)).toEqual(expected);
});

describe("what has been through JSON", () => {
  test("is the same, whatever the order of its members and however endless", () => {
    const wanted = job("a", { max: Number.POSITIVE_INFINITY, tags: ["x"] });
    const { policy, ...rest } = JSON.parse(JSON.stringify(wanted)) as Wanted;
    const turned = Object.fromEntries(Object.entries(policy).reverse()) as unknown as Policy;
    expect(compare([{ ...rest, policy: turned }], [wanted])).toEqual([]);
  });
});
