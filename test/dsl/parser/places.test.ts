import { describe, expect, test } from "vitest";
import { parse } from "../../../src/dsl/index.ts";

const sentence = "every day at 9:00 run f";
const variants: readonly (readonly [name: string, before: string, lineEnd: string])[] = [
  ["LF", "", "\n"],
  ["CRLF", "", "\r\n"],
  ["CR", "", "\r"],
  ["a byte order mark", "\ufeff", "\n"],
  ["a byte order mark and CRLF", "\ufeff", "\r\n"],
  ["tabs", "\t\t", "\n"],
  ["wide characters before", "/* größe 😀 データ */ ", "\n"],
  ["blank lines before", "\n\n  \n", "\n"],
  ["a comment line before", "// 😀\n", "\n"],
];

describe.each(variants)("with %s", (_name, before, lineEnd) => {
  test.each(["", lineEnd])("places are offsets of the text, its end %j", (end) => {
    const second = `group größe {${lineEnd}\tevery hour run 名前("😀")${lineEnd}}`;
    const text = `${before}${sentence}${lineEnd}${second}${end}`;
    const { file, findings } = parse(text);
    expect(findings).toEqual([]);
    expect(file.span).toEqual({ start: 0, end: text.length });
    const [first, group] = file.statements;
    expect(slice(text, first)).toBe(sentence);
    expect(slice(text, group)).toBe(second);
    if (group?.kind !== "group") throw new Error("no group");
    expect(slice(text, group.name)).toBe("größe");
    expect(slice(text, group.items[0])).toBe('every hour run 名前("😀")');
  });

  test("a finding points at what is wrong", () => {
    const text = `${before}${sentence}${lineEnd}evry day at 9:00 run f${lineEnd}`;
    const [finding, ...others] = parse(text).findings;
    expect(others).toEqual([]);
    expect(slice(text, finding)).toBe("evry");
  });
});

function slice(
  text: string,
  located: { readonly span: { readonly start: number; readonly end: number } } | undefined,
): string {
  return located ? text.slice(located.span.start, located.span.end) : "nothing";
}
