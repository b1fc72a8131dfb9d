import { expect, test } from "vitest";
import { parse } from "../../../src/dsl/index.ts";

test("the flagship sentence becomes its tree", () => {
  const text = "every weekday 9-17 at :30 run businessTask max 1";
  const { file, findings } = parse(text);
  expect(findings).toEqual([]);
  expect(file.statements).toHaveLength(1);
  expect(file.statements[0]).toMatchObject({
    kind: "job",
    form: "sentence",
    span: { start: 0, end: text.length },
    body: [
      {
        kind: "every",
        head: { kind: "days", days: [{ kind: "class", of: "weekday" }] },
        clauses: [
          { kind: "ranges", ranges: [{ kind: "hours", from: { value: 9 }, to: { value: 17 } }] },
          {
            kind: "at",
            random: false,
            items: [{ kind: "minute", minute: 30, second: 0, span: { start: 22, end: 25 } }],
          },
        ],
      },
      { kind: "run", call: { path: { names: [{ text: "businessTask" }] } } },
      { kind: "policy", policy: "max", value: { value: 1 } },
    ],
  });
});
