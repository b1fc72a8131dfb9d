/**
 * What is generated is typed by itself: over the module of every program of `test/fixtures/types` TypeScript finds errors
 * exactly where `check` finds some, in each version that modules are made for.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { analyzed } from "../../src/compiler/compile.ts";
import { emitModule } from "../../src/compiler/emit/index.ts";
import { createMemoryHost } from "../../src/compiler/memory-host.ts";
import { inputOf, readTypeFixtures, type TypeFixture } from "./fixtures.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const fixtures = readTypeFixtures();
const place = mkdtempSync(join(tmpdir(), "schedc-modules-"));

/** Where the two may differ, and why. */
const apart: Readonly<Record<string, string>> = {
  "not-exported-type": "what a file imports and does not use is not in its module",
};

/** Of all programs, those in which `check` finds an error of types. */
const wrong: string[] = [];

beforeAll(async () => {
  for (const fixture of fixtures) {
    const input = inputOf(fixture, fixture.main);
    const { diagnostics, built, types } = await analyzed(input);
    if (diagnostics.some(({ code, severity }) => severity === "error" && code !== "task/must-import"))
      wrong.push(fixture.name);
    const [file] = built.files;
    if (file === undefined) throw new Error(`${fixture.name} gives no module`);
    const host = input.host ?? createMemoryHost({});
    const options = { host, root: "/project", types, ...(input.config && { config: input.config }) };
    const module = await emitModule(built.plan, file.side, options);
    for (const [name, text] of Object.entries({ ...fixture.files, "main.sched.ts": module })) {
      put(join(fixture.name, name), text);
    }
  }
  mkdirSync(join(place, "node_modules"), { recursive: true });
  symlinkSync(root, join(place, "node_modules/schedc"), "dir");
  put("tsconfig.json", JSON.stringify(projectOf(fixtures.filter((one) => !hasConfig(one)))));
  for (const fixture of fixtures.filter(hasConfig)) put(configOf(fixture), JSON.stringify(ownProject(fixture)));
});

afterAll(() => rmSync(place, { recursive: true, force: true }));

test.each(["typescript-5.9", "typescript-6", "typescript"])(
  "%s fails where check does, and nowhere else",
  (version) => {
    const tsc = join(root, "node_modules", version, "bin/tsc");
    const projects = ["tsconfig.json", ...fixtures.filter(hasConfig).map(configOf)];
    const { stdout } = spawnSync(process.execPath, [tsc, "--build", "--pretty", "false", ...projects], {
      cwd: place,
      encoding: "utf8",
    });
    const failing = new Set(
      [...stdout.matchAll(/^([^/\n]+)\/main\.sched\.ts\(\d+,\d+\): error/gm)].map(([, at]) => at),
    );
    expect(wrong.length).toBeGreaterThanOrEqual(60);
    const differing = fixtures.filter(({ name }) => failing.has(name) !== wrong.includes(name));
    expect(differing.map(({ name }) => name).sort(), stdout).toEqual(Object.keys(apart).sort());
  },
  120_000,
);

function put(name: string, text: string): void {
  const path = join(place, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function hasConfig({ files }: TypeFixture): boolean {
  return "tsconfig.json" in files;
}

function configOf({ name }: TypeFixture): string {
  return `${name}/tsconfig.module.json`;
}

/** Beside what a program says itself: where the types of the runtime come from, and that nothing is to be written. */
const always = { noEmit: true, customConditions: ["schedc-source"], allowImportingTsExtensions: true, types: [] };

/** Programs that leave all to TypeScript are checked together, under what the checks choose then. */
function projectOf(programs: readonly TypeFixture[]) {
  return {
    compilerOptions: {
      ...always,
      strict: true,
      target: "es2024",
      lib: ["es2024", "esnext.disposable", "dom", "dom.iterable"],
      module: "preserve",
      resolveJsonModule: true,
      allowJs: true,
      skipLibCheck: true,
    },
    files: programs.map(({ name }) => `${name}/main.sched.ts`),
  };
}

/** The program's own options, of the config that holds its modules where there are several. */
function ownProject({ name, files }: TypeFixture) {
  const base = existsSync(join(place, name, "tsconfig.app.json")) ? "tsconfig.app.json" : "tsconfig.json";
  const own = JSON.parse(files[base] ?? "{}") as {
    compilerOptions?: Readonly<Record<string, unknown>>;
    references?: unknown;
    files?: readonly string[];
  };
  const module = own.compilerOptions?.module ?? "preserve";
  const options = {
    ...always,
    module,
    target: "es2024",
    lib: ["es2024", "esnext.disposable", "dom"],
    skipLibCheck: true,
  };
  return {
    extends: `./${base}`,
    compilerOptions: { ...options, composite: false, incremental: false },
    files: ["main.sched.ts", ...(own.files ?? [])],
    include: [],
    ...(own.references !== undefined && { references: own.references }),
  };
}
