/** The run that tasks are checked against is the run that they get. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { runDeclaration } from "../../src/compiler/types/run-declaration.ts";

test("has the members of the runtime's own, of the same types", () => {
  const source = readFileSync(new URL("../../src/runtime/model/schedule.ts", import.meta.url), "utf8");
  const [, own = ""] = /export interface Run \{\n(.*?)\n\}/s.exec(source) ?? [];
  const members = (text: string): readonly string[] => text.match(/^ {2}readonly .*$/gm) ?? [];
  expect(members(own).length).toBeGreaterThan(5);
  expect(members(runDeclaration)).toEqual(members(own));
});
