/** What the project's own pages show: every sentence compiles or is refused as they say, every path exists. */
import { readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { check } from "schedc";
import { describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
const pages = [
  "README.md",
  "CONTRIBUTING.md",
  "docs/guarantees.md",
  "docs/adr/README.md",
  "examples/apscheduler/README.md",
];
const read = (path: string): string => readFileSync(join(root, path), "utf8");

/** The fenced blocks of one language. */
function blocks(page: string, language: string): string[] {
  return [...read(page).matchAll(/^```(\w+)\n(.*?)^```$/gms)].flatMap(([, name, text]) =>
    name === language && text !== undefined ? text : [],
  );
}

async function codes(text: string): Promise<string[]> {
  const { diagnostics } = await check({ files: { "page.sched": text } });
  return diagnostics.filter(({ severity }) => severity === "error").map(({ code }) => code);
}

const sched = blocks("README.md", "sched");
const sentences = read("README.md")
  .split("\n")
  .flatMap((line) => /^\| `([^`]* run f)` \|/.exec(line)?.[1] ?? []);

describe("the README", () => {
  test("shows the flagship first", () => {
    expect(sched[0]).toBe("every weekday 9-17 at :30 run businessTask\n");
  });

  test.each(sched)("%s compiles", async (text) => {
    expect(await codes(text)).toEqual([]);
  });

  test.each(sentences)("%s compiles", async (sentence) => {
    const others = "every hour run extract\nevery hour run load\n";
    expect(await codes(`${others}${sentence}\n`)).toEqual([]);
  });

  test("has its table of sentences", () => {
    expect(sentences.length).toBeGreaterThan(10);
  });
});

test.each(pages)("%s links to what exists", (page) => {
  const links = [...read(page).matchAll(/\]\(([^)#:]+)\)/g)].map(([, path = ""]) => join(root, dirname(page), path));
  expect(links.filter((path) => !statSync(path, { throwIfNoEntry: false }))).toEqual([]);
});
