import { readFileSync } from "node:fs";
import { Command } from "commander";
import { expect, test } from "vitest";
import { addCommonOptions } from "../../src/cli/options.ts";
import { verbs } from "../../src/cli/verbs.ts";

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
