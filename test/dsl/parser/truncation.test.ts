import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { createRandom } from "../../../scripts/fuzz/random.ts";
import { randomFile } from "../../../scripts/fuzz/sentences.ts";
import { unsound } from "../../../scripts/fuzz/soundness.ts";
import { parse } from "../../../src/dsl/index.ts";
import { tokenize } from "../../../src/dsl/lexer/lexer.ts";
import { endOf } from "../../../src/dsl/lexer/spans.ts";

const seed = 7;
const random = createRandom(seed);
const corpus = readFileSync(new URL("../../corpus/phrases.tsv", import.meta.url), "utf8")
  .trimEnd()
  .split("\n")
  .map((line) => (line.split("\t")[2] ?? "").replaceAll(" ⏎ ", "\n"));
const texts = [...corpus, ...Array.from({ length: 200 }, () => randomFile(random))];

test("a file cut off at any token is answered", () => {
  for (const text of texts) {
    for (const token of tokenize(text).tokens) {
      for (const end of [token.startOffset, token.startOffset + 1, endOf(token)]) {
        const part = text.slice(0, end);
        expect(unsound(part, parse(part)), part).toBeUndefined();
      }
    }
  }
});

test("tokens, comments and the blanks between give back the text", () => {
  for (const text of texts) {
    const { tokens, comments } = tokenize(text);
    const pieces = [...tokens, ...comments].sort((a, b) => a.startOffset - b.startOffset);
    let at = 0;
    let again = "";
    for (const piece of pieces) {
      const gap = text.slice(at, piece.startOffset);
      expect(gap).toMatch(/^\s*$/);
      again += gap + piece.image;
      at = endOf(piece);
    }
    expect(again + text.slice(at)).toBe(text);
  }
});
