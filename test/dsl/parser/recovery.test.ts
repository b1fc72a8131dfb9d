import { describe, expect, test } from "vitest";
import { parse, type TopStatement } from "../../../src/dsl/index.ts";

/** The statements that survive: kinds and names, with what is in them. */
function outline(statements: readonly (TopStatement | { readonly kind: string })[]): unknown[] {
  return statements.map((statement) => {
    if ("items" in statement) return { [`${statement.kind} ${statement.name.text}`]: outline(statement.items) };
    if (statement.kind !== "job" || !("body" in statement)) return statement.kind;
    const { name, body } = statement;
    return name ? { [`job ${name.text}`]: outline(body) } : body.map(({ kind }) => kind).join(" ");
  });
}

function codes(text: string): string[] {
  return parse(text).findings.map(({ code }) => code);
}

describe("a broken statement costs that statement alone", () => {
  test("between sentences", () => {
    const text =
      "every day at 9:00 run a\nevery dau at ( run b\nevery day at 10:00 run c\n?!\nevery day at 11:00 run d";
    expect(outline(parse(text).file.statements)).toEqual(["every run", "every run", "every run"]);
    expect(codes(text)).toEqual(["syntax/unclosed", "syntax/unexpected"]);
  });

  test("inside a job", () => {
    const text = "job x {\n  every day at 9:00\n  nonsense here\n  run f\n  max max\n  grace 5m\n}\nevery hour run g";
    const { file } = parse(text);
    expect(outline(file.statements)).toEqual([{ "job x": ["every", "run", "policy"] }, "every run"]);
    expect(codes(text)).toHaveLength(2);
  });

  test("inside groups in groups", () => {
    const text = "group a {\n max 1\n group b {\n  oops\n  every hour run f\n }\n every hour run g\n}";
    expect(outline(parse(text).file.statements)).toEqual([
      { "group a": ["policy", { "group b": ["every run"] }, "every run"] },
    ]);
    expect(codes(text)).toEqual(["syntax/unexpected"]);
  });

  test("inside the block of a sentence, which keeps its sentence", () => {
    const text = "every hour run f max 1 {\n  grcae 5m\n  timeout 1m\n}";
    const { file } = parse(text);
    expect(file.statements[0]).toMatchObject({
      inline: 3,
      body: [{ kind: "every" }, { kind: "run" }, { policy: "max" }, { policy: "timeout" }],
    });
    expect(codes(text)).toEqual(["syntax/unknown-word"]);
  });

  test("and takes its own block along", () => {
    const text = "evry hour run f {\n  max 1\n  what is this\n}\nevery hour run g";
    expect(outline(parse(text).file.statements)).toEqual(["every run"]);
    expect(codes(text)).toEqual(["syntax/unknown-word"]);
  });

  test("when a parenthesis is left open", () => {
    const text = "every hour run f(1, [2\nevery hour run g\njob x {\n every hour\n run h(\n}\nevery hour run i";
    expect(outline(parse(text).file.statements)).toEqual(["every run", { "job x": ["every"] }, "every run"]);
    expect(codes(text)).toEqual(["syntax/unclosed", "syntax/unclosed"]);
  });

  test("when a string is left open", () => {
    const text = 'every hour run f("x)\ncron "0 9 * * * run g\nevery hour run h';
    expect(outline(parse(text).file.statements)).toEqual(["every run"]);
    expect(codes(text)).toEqual(["syntax/unterminated-string", "syntax/unterminated-string"]);
  });

  test("when an import is left open", () => {
    const text = 'import { a,\n  b\nevery hour run f\nimport { c } from "./c.ts"';
    expect(outline(parse(text).file.statements)).toEqual(["every run", "import"]);
    expect(codes(text)).toEqual(["syntax/unclosed"]);
  });

  test("when a list goes on into the next statement", () => {
    const text = "every day at 9:00 run f on missed run g,\nevery hour run h";
    expect(outline(parse(text).file.statements)).toEqual(["every run"]);
    expect(codes(text)).toEqual(["syntax/superfluous"]);
  });
});

describe("a brace", () => {
  test("forgotten is missed where the next declaration begins", () => {
    const text =
      "group a {\n job x {\n  every hour\n  run f\n\n job y {\n  every hour\n  run g\n }\n}\nevery hour run h";
    const { file, findings } = parse(text);
    expect(outline(file.statements)).toEqual([
      { "group a": [{ "job x": ["every", "run"] }, { "job y": ["every", "run"] }] },
      "every run",
    ]);
    expect(findings.map(({ code, span }) => [code, span.start])).toEqual([["syntax/unclosed", text.indexOf("{", 10)]]);
  });

  test.each(["\ufeff", "\u00a0"])("forgotten is missed behind %j too", (blank) => {
    const text = `${blank}job x {\n every hour\n run f\n\njob y {\n every hour\n run g\n}`;
    expect(outline(parse(text).file.statements)).toEqual([
      { "job x": ["every", "run"] },
      { "job y": ["every", "run"] },
    ]);
  });

  test("forgotten at the end of the file closes there", () => {
    const text = "job x {\n every hour\n run f\n";
    expect(outline(parse(text).file.statements)).toEqual([{ "job x": ["every", "run"] }]);
    expect(codes(text)).toEqual(["syntax/unclosed"]);
  });

  test("too many is passed over", () => {
    const text = "every hour run f\n}\nevery hour run g";
    expect(outline(parse(text).file.statements)).toEqual(["every run", "every run"]);
    expect(codes(text)).toEqual(["syntax/unopened"]);
  });

  test("may share its line with the first and the last item", () => {
    const text = "job x { every hour\n max 1\n run f }\njob y { run g }\ngroup z { }";
    expect(parse(text).findings).toEqual([]);
    expect(outline(parse(text).file.statements)).toEqual([
      { "job x": ["every", "policy", "run"] },
      { "job y": ["run"] },
      { "group z": [] },
    ]);
  });

  test("below its statement, or with a statement behind it, costs nothing else", () => {
    const text = "job x\n{\n every hour\n run f\n} every hour run g";
    expect(outline(parse(text).file.statements)).toEqual([{ "job x": ["every", "run"] }, "every run"]);
    expect(codes(text)).toEqual(["syntax/brace-below", "syntax/same-line"]);
  });
});

test("a line goes on after a comma, `and`, `or`, `=` and inside parentheses", () => {
  const text = `window w =
  weekdays 9-12,
    14-17 or
  saturday 9-12
every monday,
  tuesday and
  friday at 9:00 run f(
    1,
    { a: [
      2] })
import {
  a,
  b
} from "./x.ts"
`;
  expect(parse(text).findings).toEqual([]);
  expect(outline(parse(text).file.statements)).toEqual(["window", "every run", "import"]);
});
