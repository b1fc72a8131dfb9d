import { describe, expect, test } from "vitest";
import { parse } from "../../../src/dsl/index.ts";

describe("comments", () => {
  test("are kept in order, with their places and delimiters", () => {
    const text = "// a\n/* b\n c */ every hour run f(/* d */ 1) // e\n/// f\n//// g";
    const { comments } = parse(text).file;
    expect(comments.map(({ form, text }) => [form, text])).toEqual([
      ["line", "// a"],
      ["block", "/* b\n c */"],
      ["block", "/* d */"],
      ["line", "// e"],
      ["doc", "/// f"],
      ["line", "//// g"],
    ]);
    for (const { span, text: written } of comments) expect(text.slice(span.start, span.end)).toBe(written);
  });

  test("inside of strings are none", () => {
    const { file, findings } = parse('every hour run f("// x # y /* z */")');
    expect(findings).toEqual([]);
    expect(file.comments).toEqual([]);
  });
});

describe("documentation", () => {
  const docs = (text: string): (string | undefined)[] => {
    return parse(text).file.statements.map((statement) => statement.doc);
  };

  test("belongs to the declaration below", () => {
    expect(docs("/// One.\n///  Two.\n///\n///Three.\nevery hour run f\nevery hour run g")).toEqual([
      "One.\n Two.\n\nThree.",
      undefined,
    ]);
  });

  test("stands above every kind of declaration", () => {
    const declarations = [
      'import { f } from "./f.ts"',
      "defaults {\n max 1\n}",
      "calendar c {\n holiday dec 25\n}",
      "window w = 9-17",
      "template t() {\n once on startup\n run f\n}",
      "group g {\n}",
      "job j {\n every hour\n run f\n}",
      "every hour run f",
    ];
    const text = declarations.map((declaration, i) => `/// ${i}\n${declaration}`).join("\r\n");
    expect(docs(text)).toEqual(declarations.map((_, i) => String(i)));
  });

  test("stands inside of groups too, also across plain comments and blank lines", () => {
    const { file } = parse("group g {\n /// In.\n\n // plain\n every hour run f\n}");
    expect(file.statements[0]).toMatchObject({ items: [{ doc: "In." }] });
  });

  test("behind a statement documents nothing", () => {
    expect(docs("every hour run f /// no\nevery hour run g\n/// end")).toEqual([undefined, undefined]);
  });
});
