/** Attacks in every position of a file, a part of them here; `npm run attacks` tries all of them. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { attempt } from "./attempt.ts";
import { loadedWith } from "./canary.ts";
import { shapeOf } from "./module-shape.ts";
import { positions } from "./positions.ts";
import { attackStrings, quoted } from "./strings.ts";

/** Of 2,232 every so manieth; odd against the number of carriers, so that all of these and all payloads occur. */
const every = Number(process.env.ATTACK_EVERY ?? 37);
const attacks = attackStrings.filter((_, i) => i % every === 0);

test("there are more than two thousand", () => {
  expect(attackStrings.length).toBeGreaterThan(2_000);
});

describe.each(positions)("$name", (position) => {
  test("stays what it is", async () => {
    const { modules, faults } = await attempt(position, attacks);
    expect(faults).toEqual([]);
    expect(loadedWith(modules.filter((code) => !/^import (?!type )/m.test(code)))).toEqual([]);
  });
});

test("so does any text in any position", async () => {
  const text = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.string({ unit: "grapheme" }),
    fc.constantFrom(...attackStrings),
  );
  const cases = fc.tuple(fc.constantFrom(...positions), fc.array(text, { maxLength: 4 }));
  await fc.assert(
    fc.asyncProperty(cases, async ([position, texts]) => {
      expect((await attempt(position, texts)).faults).toEqual([]);
    }),
    { numRuns: Number(process.env.ATTACK_RUNS ?? 100) },
  );
});

test("a module that does more than be there is found out", () => {
  const rest = "export const schedule = { jobs: {} }; export const register = () => {};";
  expect(loadedWith([`globalThis.hacked = true; ${rest}`])).toEqual(["a global was set"]);
  expect(loadedWith([`Object.prototype.hacked = true; ${rest}`])).toContain("all objects were changed");
  expect(loadedWith([`new Function("1")(); ${rest}`])).toHaveLength(1);
  expect(shapeOf("a(); b = c`d`;").active).toMatchObject({ CallExpression: 1, TaggedTemplateExpression: 1 });
});

test("the escapes give back the text", () => {
  expect(quoted('a"\n\u2028\u{1f552}')).toBe('"a\\u{22}\\u{a}\\u{2028}\\u{1f552}"');
});
