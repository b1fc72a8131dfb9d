/** Attacks in every position of a file, a part of them here; `npm run attacks` tries all of them. */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
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

test("neither the compiler nor the runtime makes code out of text", () => {
  const program = `
    import { check } from "schedc";
    import { simulate } from "schedc/testing";
    import { schedule } from "./examples/typed/shop.sched.ts";
    const { diagnostics } = await check({ files: { "a.sched": "every day at 25:00 run f" } });
    const fires = await simulate(schedule, { from: "2026-11-23T00:00:00Z", until: "2026-11-24T00:00:00Z" });
    console.log(diagnostics.length, fires.length > 40);
  `;
  const flags = ["--disallow-code-generation-from-strings", "--conditions=schedc-source", "--no-warnings"];
  const root = fileURLToPath(new URL("../..", import.meta.url));
  const ran = spawnSync(process.execPath, [...flags, "--input-type=module", "--eval", program], {
    cwd: root,
    encoding: "utf8",
  });
  expect(ran.stderr).toBe("");
  expect(ran.stdout).toBe("1 true\n");
});
