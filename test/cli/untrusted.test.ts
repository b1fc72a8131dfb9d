/** Text that somebody else wrote, on its way to a terminal: shown, never obeyed. */
import { expect, test } from "vitest";
import { folderOf } from "./run-cli.ts";

/** A terminal acts on these, or shows the text around them in another order. */
const acting =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/;

const evil = "\u001b[31m\u009b31m\u202e\u200f\u061c\u0007";
const name = `a${evil}.sched`;
const right = `/// doc ${evil}
every  month on the 31st at 9:00 run f("${evil}")
job g {
  every day at 9:00
  run h
  name "${evil}"
}
`;
const wrong = `every day at 9:00 run f${evil}\n`;

const commands: readonly (readonly string[])[] = [
  ["check", "."],
  ["check", ".", "--format", "json"],
  ["check", ".", "--format", "github"],
  ["check", ".", "--format", "sarif"],
  ["build", ".", "--check"],
  ["build", ".", "--check", "--format", "json"],
  ["build", ".", "--format", "json"],
  ["fmt", ".", "--check"],
  ["fmt", ".", "--diff"],
  ["fmt", ".", "--check", "--format", "json"],
  ["next", "."],
  ["next", ".", "--format", "json"],
  ["explain", "."],
  ["explain", ".", "--format", "json"],
  ["explain", `every day at 9:00 run f${evil}`],
  ["run", name, "--simulate", "1d"],
  ["run", name, "--simulate", "1d", "--format", "json"],
  ["run", name],
  ["run", name, "--tasks", `./${evil}.ts`],
  ["check", `./${evil}`],
  ["check", "--config", evil],
  ["check", `--${evil}`],
  ["check", "--format", evil],
  ["rules", evil],
  [evil],
];

test.each(commands.map((line) => ({ title: JSON.stringify(line.join(" ")), line })))("$title", async ({ line }) => {
  for (const text of [right, wrong]) {
    const { out, err } = await folderOf({ [name]: text }).run(line);
    expect(out + err).not.toBe("");
    expect(out).not.toMatch(acting);
    expect(err).not.toMatch(acting);
  }
});

test("a program reads from JSON what stands in the file", async () => {
  const { out } = await folderOf({ [name]: right }).run(["explain", ".", "--format", "json"]);
  expect(JSON.parse(out)).toMatchObject({ jobs: [{ file: name, doc: `doc ${evil}` }, { id: "g" }] });
});
