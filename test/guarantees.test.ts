/** Each promise of docs/guarantees.md names a test that is there. */
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
const text = readFileSync(`${root}docs/guarantees.md`, "utf8");

/** Rows of the tables of promises: what is promised, and what stands beside it. */
function promises(markdown: string): readonly (readonly [promise: string, broken: string])[] {
  const tables = markdown.split(/\n(?!\|)/).filter((block) => block.includes("| what would break it |"));
  return tables.flatMap((table) =>
    table
      .split("\n")
      .filter((line) => line.startsWith("| ") && !line.includes("| what would break it |"))
      .map((line) => {
        const [, promise = "", broken = ""] = line.split("|").map((cell) => cell.trim());
        return [promise, broken] as const;
      }),
  );
}

/** What is wrong with a reference to a test, if anything is. */
function fault(broken: string): string | undefined {
  const [, file, name] = /^`(test\/[\w/-]+\.test\.ts)` › (.+)$/.exec(broken) ?? [];
  if (file === undefined || name === undefined) return `names no test: ${broken}`;
  if (!existsSync(root + file)) return `there is no ${file}`;
  const isThere = ['"', "'", "`"].some((quote) => readFileSync(root + file, "utf8").includes(quote + name + quote));
  return isThere ? undefined : `${file} has no test "${name}"`;
}

test("every promise names a test that is there", () => {
  const all = promises(text);
  expect(all.length).toBeGreaterThan(40);
  expect(all.flatMap(([promise, broken]) => fault(broken) ?? (promise === "" ? ["says nothing"] : []))).toEqual([]);
});

test.each([
  ["`test/guarantees.test.ts` › a test that nobody wrote", 'has no test "a test'],
  ["`test/nowhere.test.ts` › anything", "there is no test/nowhere.test.ts"],
  ["we are careful", "names no test"],
])("a reference like %j is found", (broken, says) => {
  expect(fault(broken)).toContain(says);
});
