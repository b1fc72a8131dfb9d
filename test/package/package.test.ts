/** Both packages as a user meets them: packed, installed into an empty folder, compiled, type-checked and run there. */
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { app, contents, diskUsage, installed, node, pack, root } from "./install.ts";

const jobs = `import { greet } from "./greet.ts"

defaults {
  timezone Europe/Berlin
}

every weekday 9-17 at :30 run businessTask
every day at 8:00 run greet("Ada")
`;
const greet = `import type { Run } from "RUNTIME";
export const greet = (name: string, run: Run): string => \`\${name} \${run.key}\`;
`;
const main = `import { createScheduler, nextFire } from "RUNTIME";
import { createTestClock } from "RUNTIME_TESTING";
import { register, schedule } from "./jobs.sched.ts";

const clock = createTestClock(Date.parse("2026-11-23T00:00:00Z"));
const scheduler = createScheduler({ clock });
const ran: string[] = [];
const jobs = register(scheduler, { businessTask: (run) => ran.push(run.key) });
scheduler.on("run.succeeded", ({ key, result }) => ran.push(\`\${key} \${result}\`));
await scheduler.start();
await clock.advance(9 * 60 * 60 * 1000);
console.log(JSON.stringify({ ran, next: jobs.businessTask.next(), after: nextFire(schedule.jobs.greet.trigger, 0) }));
await scheduler.stop();
`;
const expected = {
  ran: [
    "greet@2026-11-23T07:00:00Z Ada greet@2026-11-23T07:00:00Z",
    "businessTask@2026-11-23T08:30:00Z",
    "businessTask@2026-11-23T08:30:00Z 2",
  ],
  next: Date.parse("2026-11-23T09:30:00Z"),
  after: Date.parse("1970-01-01T07:00:00Z"),
};

let folder: string;
let tools: string;
let production: string;
let tarballs: { readonly schedc: string; readonly runtime: string };

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "schedc-package-"));
  tools = join(folder, "tools");
  production = join(folder, "production");
  tarballs = { schedc: pack(root, folder), runtime: pack(join(root, "packages/schedc-runtime"), folder) };
  const files = { "jobs.sched": jobs };
  app(tools, tarballs.schedc, { ...files, ...program("schedc/runtime", "schedc/testing") });
  app(production, tarballs.runtime, { ...files, ...program("schedc-runtime", "schedc-runtime/testing") });
});
afterAll(() => rmSync(folder, { recursive: true }));

function program(runtime: string, testing: string): Record<string, string> {
  const named = (text: string): string => text.replaceAll("RUNTIME_TESTING", testing).replaceAll("RUNTIME", runtime);
  return { "greet.ts": named(greet), "main.ts": named(main) };
}

function schedc(...args: readonly string[]): ReturnType<typeof node> {
  return node(tools, "node_modules/schedc/bin/schedc.js", ...args);
}

describe("the tarballs", () => {
  test("hold what the package needs and nothing else", () => {
    const paths = contents(tarballs.schedc);
    expect(paths).toEqual(expect.arrayContaining(["LICENSE", "README.md", "bin/schedc.js", "dist/cli/main.js"]));
    expect(
      paths.filter((path) => !/^(bin|dist|schema|docs|grammar)\/|^[^/]+\.(md|json)$|^LICENSE$/.test(path)),
    ).toEqual([]);
    expect(paths.filter((path) => /tsbuildinfo|\.test\.|(?<!\.d)\.ts$/.test(path))).toEqual([]);
  });

  test("of the runtime hold no tools", () => {
    const paths = contents(tarballs.runtime);
    expect(paths).toEqual(expect.arrayContaining(["LICENSE", "README.md", "dist/index.js", "dist/testing/index.d.ts"]));
    expect(paths.filter((path) => /compiler|dsl|cli/.test(path))).toEqual([]);
  });
});

describe("schedc", () => {
  test("compiles with its own command, and finds nothing to do the second time", () => {
    const { status, stderr } = schedc("build", "jobs.sched");
    expect({ status, stderr }).toMatchObject({ status: 0 });
    expect(schedc("build", "--check", "jobs.sched").status).toBe(0);
  });

  test.each(["typescript-5.9", "typescript-6", "typescript"])("type-checks strictly under %s", (typescript) => {
    const config = {
      compilerOptions: {
        target: "es2024",
        module: "nodenext",
        strict: true,
        exactOptionalPropertyTypes: true,
        noUncheckedIndexedAccess: true,
        verbatimModuleSyntax: true,
        erasableSyntaxOnly: true,
        allowImportingTsExtensions: true,
        noEmit: true,
        // An app need not have Node's types, and its own target may know nothing of disposal.
        types: [],
      },
      files: ["main.ts"],
    };
    writeFileSync(join(tools, "tsconfig.json"), JSON.stringify(config));
    const { stdout, status } = node(tools, join(root, "node_modules", typescript, "bin/tsc"), "-p", ".");
    expect({ stdout, status }).toEqual({ stdout: "", status: 0 });
  });

  test("runs what it compiled", () => {
    const { stdout, stderr } = node(tools, "main.ts");
    expect(stderr).toBe("");
    expect(JSON.parse(stdout)).toEqual(expected);
  });

  test("says how much an install brings", () => {
    const names = installed(tools);
    console.log(`${names.length} packages, ${diskUsage(join(tools, "node_modules"))} kB: ${names.join(", ")}`);
    expect(names).toContain("schedc");
  });
});

/** The JavaScript doors of an installed package, and the optional packages that some of them need. */
function doorsOf(
  folder: string,
  name: string,
): { readonly doors: readonly string[]; readonly peers: readonly string[] } {
  const manifest = JSON.parse(readFileSync(join(folder, "node_modules", name, "package.json"), "utf8")) as {
    readonly exports: Readonly<Record<string, unknown>>;
    readonly peerDependencies: Readonly<Record<string, string>>;
  };
  const doors = Object.keys(manifest.exports).filter((door) => !door.endsWith(".json"));
  return { doors: doors.map((door) => join(name, door)), peers: Object.keys(manifest.peerDependencies) };
}

describe.each(["schedc", "schedc-runtime"])("each door of %s", (name) => {
  test("opens, or says which package or setup it needs", () => {
    const folder = name === "schedc" ? tools : production;
    const { doors, peers } = doorsOf(folder, name);
    expect(doors.length).toBeGreaterThan(3);
    for (const door of doors) {
      const { status, stderr } = node(folder, "--input-type=module", "--eval", `await import(${JSON.stringify(door)})`);
      const needs = [...peers.map((peer) => `'${peer}'`), "setupFilesAfterEnv"].filter((one) => stderr.includes(one));
      expect({ door, status, needs: needs.length }).toEqual(
        status === 0 ? { door, status: 0, needs: 0 } : { door, status: 1, needs: 1 },
      );
    }
  });
});

describe("schedc-runtime", () => {
  test("comes alone", () => {
    expect(installed(production)).toEqual(["schedc-runtime"]);
    console.log(`${diskUsage(join(production, "node_modules"))} kB`);
  });

  test("runs a module that was compiled for it, without the tools", () => {
    const built = join(folder, "built");
    cpSync(tools, built, { recursive: true, filter: (path) => !path.endsWith("jobs.sched.ts") });
    writeFileSync(join(built, "schedc.json"), JSON.stringify({ runtime: "schedc-runtime" }));
    const { status, stderr } = node(built, "node_modules/schedc/bin/schedc.js", "build", "jobs.sched");
    expect({ status, stderr }).toMatchObject({ status: 0 });
    const module = readFileSync(join(built, "jobs.sched.ts"), "utf8");
    expect(module).toContain('from "schedc-runtime"');
    writeFileSync(join(production, "jobs.sched.ts"), module);
    expect(existsSync(join(production, "node_modules/schedc"))).toBe(false);
    const run = node(production, "main.ts");
    expect(run.stderr).toBe("");
    expect(JSON.parse(run.stdout)).toEqual(expected);
  });
});
