/** A host that only answers later is looked at too, and leads to the same findings. */
import { check } from "schedc";
import { expect, test } from "vitest";
import { inputOf, readTypeFixtures } from "./fixtures.ts";

/** Without a list of a folder nobody knows what else lies there, nor that there are packages at all. */
const needsFolders = /^unknown-module|reference$/;

const fixtures = readTypeFixtures().filter(
  ({ name, files }) => Object.keys(files).length > 2 && !needsFolders.test(name),
);

test("there are projects of several files", () => {
  expect(fixtures.length).toBeGreaterThan(10);
});

test.each(fixtures)("$name", async (fixture) => {
  const input = inputOf(fixture, fixture.main);
  if (!input.host) throw new Error("a fixture is read through a host");
  const { sync, ...waiting } = input.host;
  expect(sync).toBeDefined();
  const { diagnostics } = await check({ ...input, host: waiting });
  expect(diagnostics).toEqual((await check(input)).diagnostics);
});
