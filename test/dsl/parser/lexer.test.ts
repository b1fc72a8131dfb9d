import { Lexer } from "chevrotain";
import { describe, expect, test } from "vitest";
import { modes, tokenize } from "../../../src/dsl/lexer/lexer.ts";

test("Chevrotain finds nothing wrong with the tokens and optimizes all of them", () => {
  const lexer = new Lexer(
    { modes: { statements: [...modes.statements], arguments: [...modes.arguments] }, defaultMode: "statements" },
    { ensureOptimizations: true, positionTracking: "onlyOffset", deferDefinitionErrorsHandling: true },
  );
  expect(lexer.lexerDefinitionErrors).toEqual([]);
});

/** Names of tokens, their texts where those are not the same. */
function tokens(text: string): string {
  return tokenize(text)
    .tokens.map(({ tokenType: { name }, image }) => (name === image ? name : `${name}(${image})`))
    .join(" ");
}

describe("tokens", () => {
  test.each([
    [
      "9:00 9:00:15 :30 9am 12:30PM 9 9-17",
      "TIME(9:00) TIME(9:00:15) MINUTE(:30) AMPM(9am) AMPM(12:30PM) INT(9) INT(9) - INT(17)",
    ],
    [
      "2026-01-31 2026-01-31T09:00 2026-01-31T09:00:15+01:00",
      "DATE(2026-01-31) DATETIME(2026-01-31T09:00) DATETIME(2026-01-31T09:00:15+01:00)",
    ],
    [
      "1st 2ND 15th 15m 1h30m 500ms",
      "ORDINAL(1st) ORDINAL(2ND) ORDINAL(15th) DURATION(15m) DURATION(1h30m) DURATION(500ms)",
    ],
    ["15min 15mx 9amx", "INT(15) IDENT(min) INT(15) IDENT(mx) INT(9) IDENT(amx)"],
    ["Europe/Berlin UTC Etc/GMT+5 utc", "AREA/CITY(Europe/Berlin) UTC AREA/CITY(Etc/GMT+5) IDENT(utc)"],
    [
      "mon Mondays MONTH months monthly march MAR",
      "DAY(mon) DAY(Mondays) MISCASED(MONTH) month(months) IDENT(monthly) MONTH(march) MONTH(MAR)",
    ],
    ["run runs runner every everyday Every", "run runs IDENT(runner) every IDENT(everyday) MISCASED(Every)"],
    ["größe データ $x _y a1", "IDENT(größe) IDENT(データ) IDENT($x) IDENT(_y) IDENT(a1)"],
    ["§ 😀 ; \u0000", "STRAY(§) STRAY(😀) STRAY(;) STRAY(\u0000)"],
  ])("%s", (text, expected) => {
    expect(tokens(text)).toBe(expected);
  });

  test("inside of parentheses are TypeScript's", () => {
    expect(tokens("run f({a:30}, [every, -1.5e3], x.y, @ctx) at :30")).toBe(
      "run IDENT(f) ( object {({) NAME(a) : NUMBER(30) object }(}) , [ NAME(every) , NUMBER(-1.5e3) ] , NAME(x) . NAME(y) , @ NAME(ctx) ) at MINUTE(:30)",
    );
  });

  test("inside of parentheses go on over line ends, until a statement begins", () => {
    expect(tokens("f(\n1,\n2)\nrun")).toBe("IDENT(f) ( NUMBER(1) , NUMBER(2) ) NL(\n) run");
    expect(tokens("f(1\nevery day")).toBe("IDENT(f) ( NUMBER(1) ARGUMENTS BREAK(\n) every day");
    expect(tokens("f({\na: 1\n}\n)")).toBe("IDENT(f) ( object {({) NAME(a) : NUMBER(1) object }(}) )");
  });
});
