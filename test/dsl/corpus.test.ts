/** The corpus: what people say, and how it is said here. Each line parses, and formatting keeps what it means. */
import { readFileSync } from "node:fs";
import { check } from "schedc";
import { describe, expect, test } from "vitest";
import { format, parse } from "../../src/dsl/index.ts";
import { keywords } from "../../src/dsl/lexer/keywords.ts";
import { tokenize } from "../../src/dsl/lexer/lexer.ts";
import { literals } from "../../src/dsl/lexer/literals.ts";
import { meaningOf } from "./format-meaning.ts";

const lines = readFileSync(new URL("../corpus/phrases.tsv", import.meta.url), "utf8")
  .trimEnd()
  .split("\n");
const phrases = lines.map((line) => line.split("\t"));
const texts = phrases.map(([, , spelling = ""]) => spelling.replaceAll(" ⏎ ", "\n"));

describe("the corpus", () => {
  test("has three columns and at least 200 lines", () => {
    expect(phrases.length).toBeGreaterThanOrEqual(200);
    expect(phrases.filter((columns) => columns.length !== 3 || columns.includes(""))).toEqual([]);
  });

  test("uses every word and every literal of the language", () => {
    const used = new Set(texts.flatMap((text) => tokenize(text).tokens.map(({ tokenType }) => tokenType.name)));
    expect([...keywords, ...literals].map(({ name }) => name).filter((name) => !used.has(name))).toEqual([]);
  });

  test("says nothing twice", () => {
    const said = phrases.map(([topic, words]) => `${topic}: ${words}`);
    expect(said.filter((words, at) => said.indexOf(words) !== at)).toEqual([]);
  });

  test.each(phrases)("%s: %s", (_topic, _words, spelling = "") => {
    const text = spelling.replaceAll(" ⏎ ", "\n");
    const { file, findings } = parse(text);
    expect(findings).toEqual([]);
    const formatted = format(text).text;
    expect(meaningOf(parse(formatted).file)).toEqual(meaningOf(file));
    expect(format(formatted)).toEqual({ text: formatted, findings: [] });
  });
});

test("formatting changes no plan and no finding", async () => {
  let plans = 0;
  for (const text of texts) {
    const before = await check({ files: { "a.sched": text } });
    const after = await check({ files: { "a.sched": format(text).text } });
    expect(after.plan).toEqual(before.plan);
    expect(after.diagnostics.map(({ code }) => code).toSorted()).toEqual(
      before.diagnostics.map(({ code }) => code).toSorted(),
    );
    if (before.plan && before.plan.jobs.length > 0) plans++;
  }
  expect(plans).toBeGreaterThan(200);
});
