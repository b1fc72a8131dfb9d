import { readFileSync } from "node:fs";
import { Command } from "commander";
import { expect, test } from "vitest";
import { addCommonOptions } from "../../src/cli/options.ts";
import { verbs } from "../../src/cli/verbs.ts";
import { tooling } from "../../src/compiler/index.ts";

const config = JSON.parse(readFileSync(new URL("../../schema/config.json", import.meta.url), "utf8"));
const page = readFileSync(new URL("../../docs/cli.md", import.meta.url), "utf8");

test.each(verbs.map((verb) => [verb.name, verb] as const))(
  "docs/cli.md tells of %s and every option of it",
  (name, verb) => {
    expect(page).toContain(`\n## ${name}\n`);
    const command = new Command(name);
    verb.options?.(command);
    addCommonOptions(command, verb.formats);
    for (const { long } of command.options) expect(page).toMatch(new RegExp(`${long}\\b`));
  },
);

test("docs/cli.md shows a config that is right, and tells of every key", () => {
  const [, shown = ""] = /^\*\*The config\*\*.*?^```json\n(.*?)^```$/ms.exec(page) ?? [];
  expect(tooling.configFrom(shown, "schedc.json").findings).toEqual([]);
  const keys = Object.keys(config.properties).filter((key) => key !== "$schema");
  expect(Object.keys(JSON.parse(shown))).toEqual(keys);
  for (const key of keys) expect(page).toContain(`\n| \`${key}\` | `);
  for (const key of Object.keys(config.properties.limits.properties)) expect(page).toContain(`\`${key}\``);
});
