/** The formatter: layout, comments, what is broken, and that it settles at once. */
import { describe, expect, test } from "vitest";
import { format, parse } from "../../src/dsl/index.ts";
import { meaningOf } from "./format-meaning.ts";

/** Formats, and holds the result against a second pass. */
function formatted(text: string): string {
  const once = format(text).text;
  expect(format(once).text).toBe(once);
  return once;
}

const lines = (...all: readonly string[]): string => `${all.join("\n")}\n`;

describe("layout", () => {
  test("an empty file stays empty", () => {
    expect(formatted("")).toBe("");
    expect(formatted(" \r\n\t\n")).toBe("");
  });

  test("line ends become LF, and a byte order mark goes", () => {
    expect(formatted("\ufeffgroup a {\r\n  every hour run f\r\n\r\n\r\n  /* one\r\n  two */\r\n}")).toBe(
      lines("group a {", "  every hour run f", "", "  /* one", "  two */", "}"),
    );
  });

  test("a sentence of 100 columns stays on its line, one of 101 does not", () => {
    const sentence = (width: number): string => {
      const start = 'every hour run f max 1 name "';
      return `${start.replace(" max 1", "")}${"x".repeat(width - start.length - 1)}" max 1`;
    };
    expect(formatted(`${sentence(100)}\n`)).toBe(`${sentence(100)}\n`);
    expect(formatted(sentence(101)).split("\n")).toEqual([
      "every hour run f {",
      expect.stringMatching(/^ {2}name "x+"$/),
      "  max 1",
      "}",
      "",
    ]);
  });

  test("the indentation of a sentence counts", () => {
    const sentence = `every hour run f name "${"x".repeat(98 - 24)}"`;
    expect(sentence).toHaveLength(98);
    expect(formatted(`group a {\n${sentence}\n}`)).toContain(`\n  ${sentence}\n`);
    expect(formatted(`group a {\ngroup b {\n${sentence}\n}\n}`)).toContain("\n    every hour run f {\n      name");
  });

  test("what may stand in braces alone keeps them, and takes the other policies in", () => {
    expect(formatted("every hour run f grace 5m { timezone UTC }")).toBe(
      lines("every hour run f {", "  timezone UTC", "  grace 5m", "}"),
    );
  });

  test("long imports and parameters are broken, one a line", () => {
    const names = Array.from({ length: 9 }, (_, at) => `taskOfTheNight${at}`);
    expect(formatted(`import { ${names.join(",")} } from "./t.ts"`)).toBe(
      lines("import {", `  ${names.join(",\n  ")}`, '} from "./t.ts"'),
    );
    const params = names.map((name) => `${name}: string`);
    expect(formatted(`template t(${params.join(",")}) { every hour run f }`)).toBe(
      lines("template t(", `  ${params.join(",\n  ")}`, ") {", "  every hour run f", "}"),
    );
  });

  test("blank lines part a body into paragraphs that are ordered by themselves", () => {
    expect(formatted('job a {\nmax 1\nrun f\n\n// slow\ntimeout 5m\nid "a"\n\n\nevery hour\n}')).toBe(
      lines("job a {", "  run f", "  max 1", "", '  id "a"', "  // slow", "  timeout 5m", "", "  every hour", "}"),
    );
  });
});

describe("comments", () => {
  test("stay above, behind and inside", () => {
    const text = lines(
      "// first",
      "",
      "/// Documented.",
      "// and remarked",
      "every hour run f // behind",
      "// last of the block above",
      "",
      "group a {",
      "  // empty but for this",
      "}",
      "job b {",
      "  // above",
      "  every hour // behind",
      "  run g /* one */ // two",
      "  // at the end",
      "} // behind the brace",
      "/*",
      " * starred",
      " */",
      "",
      "// end of file",
    );
    expect(formatted(text)).toBe(text);
  });

  test("among the words of a sentence go above it and document nothing", () => {
    expect(formatted("/// Doc.\nevery /* a */ monday, /// b\nfriday at 9:00 run f(1, // c\n2)")).toBe(
      lines("/* a */", "// b", "// c", "/// Doc.", "every monday, friday at 9:00 run f(1, 2)"),
    );
  });

  test("that silence a warning stay right above their statement", () => {
    expect(formatted("// schedc-ignore day/short-month: fine\nevery month on /* a */ the 31st at 9:00 run f")).toBe(
      lines("/* a */", "// schedc-ignore day/short-month: fine", "every month on the 31st at 9:00 run f"),
    );
  });

  test("that document nothing do not begin to", () => {
    expect(formatted("group a { /// no\n/// yes\nevery hour run f /// no\n}")).toBe(
      lines("group a {", "  // no", "  /// yes", "  every hour run f /// no", "}"),
    );
  });

  test("in braces keep them, and move with their policy", () => {
    expect(formatted("every hour run f { // why\n  grace 5m // late\n  // once\n  max 1\n}")).toBe(
      lines("every hour run f {", "  // once", "  max 1", "  // why", "  grace 5m // late", "}"),
    );
  });

  test("in front of a brace go above the statement", () => {
    expect(formatted("group a /* b */ {\nevery hour run f\n}")).toBe(
      lines("/* b */", "group a {", "  every hour run f", "}"),
    );
  });
});

describe("what is broken", () => {
  test("stays as written, and what stands around it is formatted", () => {
    expect(formatted("every  hour run f\nevery  hour   at at run g // why\nevery  hour run h\n")).toBe(
      lines("every hour run f", "every  hour   at at run g // why", "every hour run h"),
    );
  });

  test("stays as written inside a block", () => {
    expect(formatted("group a {\n      every  hour run f\n  every  hur run g\n\n\n  // x\n}")).toBe(
      lines("group a {", "  every hour run f", "  every  hur run g", "", "  // x", "}"),
    );
  });

  test("findings are the parser's", () => {
    const text = "every hur run f";
    expect(format(text).findings).toEqual(parse(text).findings);
    expect(format(text).findings).not.toEqual([]);
  });
});

const sample = lines(
  'import { report, vacuum as clean } from "./tasks.ts"',
  "defaults {",
  "  timezone Europe/Berlin",
  "}",
  "window office = weekdays 9:00-17:00 or saturday 10:00-12:00 in Europe/Berlin",
  "/// Often.",
  'every 2 hours on monday, friday 9:00-17:00 in mar-oct except noon, dec 25 run report("a", { b: [1, null] }) max 1 grace 5m',
  "group night {",
  "  max 2",
  "  job brief {",
  "    every weekday at 8:30, 17:00",
  '    cron "0 4 * * *" during office',
  "    run clean(@id)",
  "    tags nightly, slow",
  "  }",
  "}",
  "every month on the 1st, last day or next weekday at 6:30 run f {",
  "  timezone UTC",
  "  retry 3 times wait 30s",
  "}",
);

describe("a comment anywhere", () => {
  const gaps = [...sample.matchAll(/(?<=[\s,(){}[\]=])(?=\S)|\n/g)].map(({ index }) => index);

  test.each(["/* here */", "// here\n"])("%j is kept once and changes no meaning", (comment) => {
    let kept = 0;
    for (const at of gaps) {
      const text = `${sample.slice(0, at)}${comment}${sample.slice(at)}`;
      const before = parse(text);
      if (before.findings.length > 0) continue;
      const after = formatted(text);
      expect(after.split("here")).toHaveLength(2);
      expect(meaningOf(parse(after).file)).toEqual(meaningOf(before.file));
      kept++;
    }
    expect(kept).toBeGreaterThan(20);
  });
});

test("a text that is cut anywhere is formatted without a throw, and settles", () => {
  for (let end = 0; end <= sample.length; end++) formatted(sample.slice(0, end));
});
