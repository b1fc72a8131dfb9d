/**
 * Each directory of `test/fixtures/check` is a file with a mistake, called after the finding that it must give.
 * `UPDATE=1` writes what is found anew; what a fix must do is held by rules, not by a snapshot alone.
 */
import { check, type Diagnostic, type Fix } from "schedc";
import { describe, expect, test } from "vitest";
import { renderPretty } from "../../src/cli/render/index.ts";
import { applyEdits, applySafeFixes, parse, registry } from "../../src/dsl/index.ts";
import { type CheckFixture, expectFile, readCheckFixtures } from "./check-fixtures.ts";

const fixtures = readCheckFixtures();

test("there are fixtures", () => {
  expect(fixtures.length).toBeGreaterThan(50);
});

describe.each(fixtures)("$name", (fixture) => {
  test("is called after a finding", () => {
    expect(Object.keys(registry)).toContain(fixture.code);
  });

  test("gives its finding, shown as expected", async () => {
    const found = await findings(fixture, fixture.main);
    expect(found.map(({ code }) => code)).toContain(fixture.code);
    const sources = new Map(Object.entries(filesOf(fixture, fixture.main)));
    expectFile(fixture, "findings.txt", renderPretty(found, sources, { color: false }));
  });

  test("is mended by each of its fixes", async () => {
    const found = await findings(fixture, fixture.main);
    for (const fix of ownFixes(fixture, found)) {
      const mended = applyEdits(fixture.main, fix.edits);
      const unread = parse(fixture.main).findings.length - (isOfParser(fixture.code) ? 1 : 0);
      expect(parse(mended).findings.length, `${fix.title}:\n${mended}`).toBeLessThanOrEqual(unread);
      const left = await findings(fixture, mended);
      expect(count(fixture, left), `${fix.title}:\n${mended}`).toBe(count(fixture, found) - 1);
    }
  });

  test("is right once its safe fixes are applied", async () => {
    const found = await findings(fixture, fixture.main);
    const own = found.filter(({ code, file }) => code === fixture.code && file === "main.sched");
    const { text, applied } = applySafeFixes(fixture.main, own);
    expectFile(fixture, "fixed.sched", applied === 0 ? undefined : text);
    if (applied === own.length) expect(count(fixture, await findings(fixture, text))).toBe(0);
    else expect(fixture.right, "right.sched must show what to write instead").toBeDefined();
  });

  const { right } = fixture;
  if (right !== undefined) {
    test("has a right form without errors", async () => {
      const found = await findings(fixture, right);
      expect(found.filter(({ severity, code }) => severity === "error" || code === fixture.code)).toEqual([]);
    });
  }
});

function isOfParser(code: string): boolean {
  return code.startsWith("syntax/") || code.startsWith("file/");
}

async function findings(fixture: CheckFixture, main: string): Promise<readonly Diagnostic[]> {
  const { diagnostics } = await check({ files: filesOf(fixture, main), ...fixture.input });
  return diagnostics;
}

function filesOf({ others }: CheckFixture, main: string): Readonly<Record<string, string>> {
  return { "main.sched": main, ...others };
}

function ownFixes({ code }: CheckFixture, found: readonly Diagnostic[]): readonly Fix[] {
  return found.filter((one) => one.code === code && one.file === "main.sched").flatMap(({ fixes = [] }) => fixes);
}

function count({ code }: CheckFixture, found: readonly Diagnostic[]): number {
  return found.filter((one) => one.code === code).length;
}
