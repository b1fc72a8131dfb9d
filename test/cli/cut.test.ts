/** The last line of a terminal fits, whatever stands in it. */
import { expect, test } from "vitest";
import { cutTo } from "../../src/cli/render/index.ts";

test.each([
  ["tick running · next tick in 2 s", 40, "tick running · next tick in 2 s"],
  ["tick running · next tick in 2 s", 31, "tick running · next tick in 2 s"],
  ["tick running · next tick in 2 s", 30, "tick running · next tick in 2…"],
  ["tick running", 6, "tick…"],
  ["報告 running", 4, "報…"],
  ["報告 running", 1, "…"],
  ["報告 running", 0, ""],
])("%s in %i columns", (line, columns, shown) => {
  expect(cutTo(line, columns)).toBe(shown);
});
