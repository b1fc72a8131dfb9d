/** What programs ship of the runtime stays within its budget; `npm run bench` shows which files take how much. */
import { expect, test } from "vitest";
import { programs, sizeOf } from "../bench/bundles.ts";

test.each(programs)("$name fits its budget", async ({ source, budget }) => {
  const { gzip, files } = await sizeOf(source);
  expect(files.length).toBeGreaterThan(5);
  expect(gzip).toBeLessThanOrEqual(budget);
});

test("no bundle of the runtime takes in the compiler", async () => {
  for (const { source } of programs) {
    const { files } = await sizeOf(source);
    expect(files.filter(({ path }) => path !== "<stdin>" && !path.startsWith("src/runtime/"))).toEqual([]);
  }
});
