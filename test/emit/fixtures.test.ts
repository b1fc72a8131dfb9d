import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { compile } from "schedc";
import ts from "typescript-5.9";
import { describe, expect, test } from "vitest";
import { createMemoryHost } from "../../src/compiler/memory-host.ts";
import { folder, readCases, wantedModule } from "./fixtures.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const cases = readCases();

test("there are cases", () => {
  expect(cases.length).toBeGreaterThanOrEqual(9);
});

describe.each(cases)("$name", ({ name, files }) => {
  const source = files["main.sched"] ?? "";

  test("compiles to the module wanted", async () => {
    const { modules, diagnostics } = await compile({ files: { "main.sched": source }, host: createMemoryHost(files) });
    expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    const code = modules[wantedModule] ?? "";
    if (process.env.UPDATE) writeFileSync(`${folder}${name}/${wantedModule}`, code);
    else expect(code).toBe(files[wantedModule]);
  });

  test("is the same whatever folder and order of files it comes from", async () => {
    const elsewhere = Object.fromEntries(Object.entries(files).map(([file, text]) => [`deep/down/${file}`, text]));
    const { modules } = await compile({
      files: { "aaa.sched": "every day at 5:00 run aaaTask", "deep/down/main.sched": source },
      host: createMemoryHost(elsewhere, "/some/where"),
      root: "/some/where",
    });
    expect(modules["deep/down/main.sched.ts"]).toBe(files[wantedModule]);
  });

  test("can be declared module by module", () => {
    const { diagnostics = [] } = ts.transpileDeclaration(files[wantedModule] ?? "", {
      fileName: wantedModule,
      reportDiagnostics: true,
      compilerOptions: { isolatedDeclarations: true, declaration: true, strict: true },
    });
    expect(diagnostics.map(({ messageText }) => messageText)).toEqual([]);
  });
});

describe("all modules together", () => {
  test.each(["typescript", "typescript-6", "typescript-5.9"])("type-check strict under %s", (compiler) => {
    const tsc = join(root, "node_modules", compiler, "bin/tsc");
    const { status, stdout } = spawnSync(process.execPath, [tsc, "-p", folder], { encoding: "utf8" });
    expect(stdout).toBe("");
    expect(status).toBe(0);
  });

  test("a wrong use of one is a type error", () => {
    // What the check above would miss if `schedc/runtime` or the tasks were `any`.
    const wrong = `import { register } from "../../fixtures/emit/flagship/main.sched.ts";
import type { Scheduler } from "schedc/runtime";
declare const scheduler: Scheduler;
register(scheduler, {});
register(scheduler, { businessTask: (run) => run.nothing });
register(scheduler, { businessTask: (run) => run.id }).nobody;
export const good = register(scheduler, { businessTask: (run) => run.id })["reports.weekly"].next();
`;
    const place = mkdtempSync(join(root, "test/emit/wrong-"));
    try {
      writeFileSync(
        join(place, "tsconfig.json"),
        JSON.stringify({ extends: `${folder}tsconfig.json`, include: ["."] }),
      );
      writeFileSync(join(place, "use.ts"), wrong);
      const tsc = join(root, "node_modules/typescript/bin/tsc");
      const { stdout } = spawnSync(process.execPath, [tsc, "-p", place], { encoding: "utf8" });
      expect(stdout.match(/use\.ts\(\d+/g)).toEqual(["use.ts(4", "use.ts(5", "use.ts(6"]);
    } finally {
      rmSync(place, { recursive: true });
    }
  });

  test("register under Node as they are, each job of the plan and no other", async () => {
    const script = `
import { createScheduler } from "schedc/runtime";
const any = new Proxy(function () {}, { get: (_, key) => (key === "then" ? undefined : any), apply: () => null });
for (const name of ${JSON.stringify(cases.map(({ name }) => name))}) {
  const { register } = await import(${JSON.stringify(`${folder}`)} + name + "/main.sched.ts");
  const scheduler = createScheduler();
  const jobs = register(scheduler, any);
  const infos = scheduler.jobs();
  console.log(JSON.stringify([name, Object.keys(jobs), infos.map(({ id, trigger, policy }) => ({ id, trigger, policy }))]));
}`;
    const node = join(root, "node_modules/.bin/node");
    const { stdout, stderr } = spawnSync(
      node,
      ["--conditions=schedc-source", "--input-type=module", "--eval", script],
      { encoding: "utf8", cwd: root },
    );
    expect(stderr.replace(/.*Warning.*\n?/g, "")).toBe("");
    const lines = stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as [string, string[], { id: string }[]]);
    expect(lines.map(([name]) => name)).toEqual(cases.map(({ name }) => name));
    for (const [name, ids, infos] of lines) {
      const files = cases.find((one) => one.name === name)?.files ?? {};
      const source = files["main.sched"] ?? "";
      const { plan } = await compile({ files: { "main.sched": source }, host: createMemoryHost(files) });
      const named = [...plan.jobs.map(({ id }) => id), ...plan.templates.map(({ template }) => template)];
      expect([...ids].sort()).toEqual(named.sort());
      const bare = infos.map((info) => [info.id, JSON.parse(JSON.stringify(info))] as const);
      for (const [id, info] of bare) {
        const job = plan.jobs.find((one) => one.id === id);
        expect(info.trigger).toEqual(JSON.parse(JSON.stringify(job?.trigger)));
        const { when, unless, onFailure, onSuccess, onMissed, ...policy } = job?.policy ?? {};
        expect(info.policy).toEqual(JSON.parse(JSON.stringify(policy)));
      }
    }
  });
});
