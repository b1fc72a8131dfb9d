/** The page about testing: its examples are run as they stand, its message is the one that is given. */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import "schedc/testing/vitest";
import { afterAll, expect, test } from "vitest";
import { failureOf } from "./kit/failure.ts";
import { schedule } from "./kit/schedule.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const page = readFileSync(join(root, "docs/testing.md"), "utf8");
const blocks = (language: string): string[] =>
  [...page.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, "gms"))].map(([, text = ""]) => text);

const folder = mkdtempSync(join(tmpdir(), "schedc-testing-"));
afterAll(() => rmSync(folder, { recursive: true }));

const config = `import config from ${JSON.stringify(join(root, "vitest.config.ts"))};
export default { resolve: config.resolve, ssr: config.ssr, test: { include: ["*.test.ts"] } };
`;

test("its examples pass, on the module that its sentences make", () => {
  const files = [...blocks("sched"), ...blocks("ts")].map((text) => {
    const name = /^\/\/ (\S+)\n/.exec(text)?.[1] ?? expect.fail(`no name: ${text}`);
    writeFileSync(join(folder, name), text);
    return name;
  });
  expect(files).toEqual(["jobs.sched", "times.test.ts", "fates.test.ts", "steps.test.ts"]);
  writeFileSync(join(folder, "vitest.config.ts"), config);
  mkdirSync(join(folder, "node_modules"));
  symlinkSync(root, join(folder, "node_modules/schedc"), "junction");
  symlinkSync(join(root, "node_modules/vitest"), join(folder, "node_modules/vitest"), "junction");
  const run = (...args: readonly string[]) =>
    spawnSync(process.execPath, args, {
      cwd: folder,
      encoding: "utf8",
      env: { ...process.env, NO_COLOR: "1", CI: "1" },
    });
  const built = run("--conditions=schedc-source", join(root, "src/cli/main.ts"), "build", "jobs.sched");
  expect(built).toMatchObject({ status: 0 });
  const { status, stdout, stderr } = run(join(root, "node_modules/vitest/vitest.mjs"), "run", "--root", folder);
  expect(stdout + stderr).toMatch(/Tests\s+4 passed/);
  expect(status).toBe(0);
});

test("its message is what the matcher says", () => {
  const said = failureOf(() => expect(schedule.jobs.businessTask).toFireAt("2026-11-20T17:45"));
  expect(blocks("text")).toEqual([`${said}\n`]);
});
