/** The printers of single nodes, which the compiler uses apart from files. */
import { expect, test } from "vitest";
import { type EveryNode, printCall, printPolicy, printTrigger } from "../../src/dsl/index.ts";

const span = { start: 0, end: 0 };
const name = (text: string): { readonly text: string; readonly span: typeof span } => ({ text, span });

test("a trigger prints its clauses in their one order", () => {
  const trigger: EveryNode = {
    kind: "every",
    span,
    head: {
      kind: "count",
      span,
      count: { span, form: "short", parts: [{ amount: 15, unit: "minute" }] },
      afterCompletion: false,
    },
    clauses: [
      { kind: "inZone", span, zone: name("Europe/Berlin") },
      {
        kind: "until",
        span,
        instant: {
          kind: "dateTime",
          span,
          date: { kind: "date", span, year: 2026, month: 3, day: 1 },
          seconds: 32_405,
          offset: -150,
        },
      },
      {
        kind: "on",
        span,
        what: {
          kind: "days",
          days: [
            { kind: "class", span, of: "weekday" },
            { kind: "named", span, from: 6, to: 7 },
          ],
        },
      },
      { kind: "ranges", span, ranges: [{ kind: "hours", span, from: { value: 9, span }, to: { value: 17, span } }] },
    ],
  };
  expect(printTrigger(trigger)).toBe(
    "every 15 minutes on weekdays, saturday-sunday 9-17 until 2026-03-01T09:00:05-02:30 in Europe/Berlin",
  );
});

test("a call prints values as TypeScript reads them, and no parentheses around nothing", () => {
  const call = (args?: Parameters<typeof printCall>[0]["args"]): string =>
    printCall({ span, path: { span, names: [name("db"), name("vacuum")] }, ...(args && { args }) });
  expect(call()).toBe("db.vacuum");
  expect(call([])).toBe("db.vacuum");
  expect(
    call([
      { kind: "string", span, value: 'a "b" \\ \u202e\n' },
      { kind: "number", span, value: -0.5, text: "-0.50" },
      {
        kind: "object",
        span,
        pairs: [{ key: name("to whom"), quoted: true, value: { kind: "literal", value: null, span }, span }],
      },
      { kind: "list", span, items: [{ kind: "runtime", name: "signal", span }] },
    ]),
  ).toBe('db.vacuum("a \\"b\\" \\\\ \\u202e\\n", -0.50, { "to whom": null }, [@signal])');
});

test("a task called like a word behind which lines go on keeps its parentheses", () => {
  expect(printCall({ span, path: { span, names: [name("or")] } })).toBe("or()");
});

test("a policy's lengths are short", () => {
  const count = { span, form: "words", parts: [{ amount: 5, unit: "minute" }] } as const;
  expect(printPolicy({ kind: "policy", span, policy: "deadline", count })).toBe("must succeed within 5m");
});
