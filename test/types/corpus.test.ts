/** Every program of `test/fixtures/types`: what is found in the wrong ones, and nothing in the right ones. */
import { check } from "schedc";
import { describe, expect, test } from "vitest";
import { renderPretty } from "../../src/cli/render/index.ts";
import { applyEdits, registry } from "../../src/dsl/index.ts";
import { expectFindings, inputOf, readTypeFixtures, type TypeFixture } from "./fixtures.ts";

const fixtures = readTypeFixtures();
const right = fixtures.filter(({ isRight }) => isRight);
const wrong = fixtures.filter(({ isRight }) => !isRight);

test("there are wrong programs and right ones", () => {
  expect(wrong.length).toBeGreaterThanOrEqual(60);
  expect(right.length).toBeGreaterThanOrEqual(40);
});

test("every finding about tasks has a program that is called after it", () => {
  const codes = Object.keys(registry).filter((code) => code.startsWith("task/"));
  const names = new Set(fixtures.map(({ name }) => name));
  expect(codes.filter((code) => !names.has(code.slice("task/".length)))).toEqual([]);
});

describe.each(right)("$name", (fixture) => {
  test("is right", async () => {
    const { diagnostics } = await check(inputOf(fixture, fixture.main));
    expect(diagnostics).toEqual([]);
    expectFindings(fixture, undefined);
  });
});

describe.each(wrong)("$name", (fixture) => {
  test("gives the findings expected, its own among them and nothing but findings about tasks", async () => {
    const { diagnostics } = await check(inputOf(fixture, fixture.main));
    const sources = new Map([["main.sched", fixture.main]]);
    expectFindings(fixture, renderPretty(diagnostics, sources, { color: false }));
    expect(diagnostics.map(({ code }) => code).filter((code) => isNamedAfter(fixture, code))).not.toEqual([]);
    expect(diagnostics.filter(({ code }) => !code.startsWith("task/") && code !== "name/unused-import")).toEqual([]);
  });

  test("is mended a little by each of its fixes", async () => {
    const { diagnostics } = await check(inputOf(fixture, fixture.main));
    const ours = diagnostics.filter(({ code }) => code.startsWith("task/"));
    for (const { fixes = [] } of ours) {
      for (const { title, edits } of fixes) {
        const mended = applyEdits(fixture.main, edits);
        const left = await check(inputOf(fixture, mended));
        const still = left.diagnostics.filter(({ code }) => code.startsWith("task/") || code.startsWith("syntax/"));
        expect(still.length, `${title}:\n${mended}`).toBeLessThan(ours.length);
      }
    }
  });
});

/** `wrong-argument-in-list` is about `task/wrong-argument`. */
function isNamedAfter({ name }: TypeFixture, code: string): boolean {
  return code.startsWith("task/") && name.startsWith(code.slice("task/".length));
}
