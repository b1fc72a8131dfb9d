/** `build --watch`: again after each change that may matter, and never after its own writing. */
import { expect, test } from "vitest";
import { mayMatter } from "../../src/cli/watch.ts";
import { folderOf, good } from "./run-cli.ts";

test("builds again when a source or a task changes, and says what is wrong meanwhile", async () => {
  const folder = folderOf({
    "a.sched": `import { f } from "./tasks.ts"\n\nevery day at 9:00 run f("a")\n`,
    "tasks.ts": "export function f(text: string) {}\n",
  });
  const { promise: stopped, resolve: stop } = Promise.withResolvers<void>();
  let said = "";
  let rounds = 0;
  const watching = folder.run(["build", "--watch"], {
    interrupted: () => stopped,
    out: (text) => {
      said += text;
      rounds++;
    },
    err: (text) => {
      said += text;
    },
  });
  const settled = { timeout: 20_000, interval: 50 };
  await expect.poll(() => said, settled).toContain("watching for changes");
  expect(folder.read("a.sched.ts")).toContain('f("a")');

  folder.write("tasks.ts", "export function f(count: number) {}\n");
  await expect.poll(() => said, settled).toContain("task/wrong-argument");
  folder.write("a.sched", `import { f } from "./tasks.ts"\n\nevery day at 9:00 run f(7)\n`);
  await expect.poll(() => folder.read("a.sched.ts"), settled).toContain("f(7)");

  // What it wrote is no change: no round more comes of it.
  await new Promise((resolve) => setTimeout(resolve, 400));
  const before = rounds;
  await new Promise((resolve) => setTimeout(resolve, 400));
  expect(rounds).toBe(before);
  stop();
  expect((await watching).code).toBe(0);
});

test("is no way to check", async () => {
  const { code, err } = await folderOf({ "a.sched": good }).run(["build", "--watch", "--check"]);
  expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining("--check") });
});

test.each([
  ["jobs/a.sched", true],
  ["tasks.mts", true],
  ["holidays.ics", true],
  ["tsconfig.json", true],
  ["a.sched.ts", false],
  ["a.sched.json", false],
  ["a.sched.ts.0123456789ab.tmp", false],
  ["node_modules/x/index.ts", false],
  [".git/index", false],
  ["README.md", false],
])("%s", (path, matters) => {
  expect(mayMatter(path)).toBe(matters);
});
