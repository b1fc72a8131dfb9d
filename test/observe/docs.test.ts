/** The page about what is seen from outside: every name on it is there, and every name that is there is on it. */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Meter } from "@opentelemetry/api";
import { metrics } from "@opentelemetry/api";
import { RUN_CHANNEL } from "schedc/runtime";
import { catalogue } from "schedc/runtime/metrics";
import { instrument } from "schedc/runtime/opentelemetry";
import { afterAll, expect, test } from "vitest";
import { problemKinds } from "../../src/runtime/metrics/problem-kinds.ts";
import * as attributes from "../../src/runtime/opentelemetry/attributes.ts";
import { eventLevels } from "../../src/runtime/scheduler/log.ts";
import { createWorld } from "./kit.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const page = readFileSync(join(root, "docs/observability.md"), "utf8");

/** The rows of the table whose header begins with this word, cell by cell. */
function table(header: string): string[][] {
  const lines = page.split("\n");
  const start = lines.findIndex((line) => line.startsWith(`| ${header} |`));
  expect(start, header).toBeGreaterThan(0);
  const rows = lines.slice(start + 2);
  return rows
    .slice(
      0,
      rows.findIndex((line) => !line.startsWith("|")),
    )
    .map((row) =>
      row
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

const bare = (cell = ""): string => cell.replaceAll("`", "");

test("every event and its level", () => {
  expect(table("event").map(([name, level]) => [bare(name), level])).toEqual(Object.entries(eventLevels));
});

test("the channels of handlers", () => {
  const phases = ["start", "end", "asyncStart", "asyncEnd", "error"];
  const names = phases.map((phase) => `tracing:${RUN_CHANNEL}:${phase}`);
  expect(table("channel").map(([name]) => bare(name))).toEqual(names);
});

test("every metric, its type, labels and help", () => {
  expect(table("metric").map(([name, type, labels, help]) => [bare(name), type, bare(labels), help])).toEqual(
    Object.values(catalogue).map(({ name, type, labels, help }) => [name, type, labels.join(" "), help]),
  );
});

test("every attribute and instrument of OpenTelemetry", () => {
  const names = Object.values(attributes).filter((one) => typeof one === "string");
  expect(
    table("attribute")
      .map(([name]) => bare(name))
      .filter((name) => name !== "schedc.run.retry_at")
      .sort(),
  ).toEqual(names.sort());

  const made: [string, string][] = [];
  const noop = metrics.getMeter("none");
  const meter = new Proxy(noop, {
    get(target, property, receiver) {
      const value: unknown = Reflect.get(target, property, receiver);
      const kind = /^create(?:Observable)?(Counter|Histogram|Gauge)$/.exec(String(property))?.[1];
      if (kind === undefined || typeof value !== "function") return value;
      return (name: string, options: unknown) => {
        made.push([name, kind.toLowerCase()]);
        return value.call(target, name, options);
      };
    },
  }) as Meter;
  instrument(createWorld().scheduler, { meter })();
  const listed = table("instrument").map(([name, kind = ""]) => [bare(name), kind.split(",")[0]]);
  expect(listed).toEqual(made);
});

test("every kind of problem", () => {
  expect(table("kind").map(([kind]) => bare(kind))).toEqual(problemKinds);
});

const folder = mkdtempSync(join(tmpdir(), "schedc-observability-"));
afterAll(() => rmSync(folder, { recursive: true }));

test("its programs type-check and load", () => {
  const files = [...page.matchAll(/^```ts\n\/\/ (\S+)\n(.*?)^```$/gms)].map(([, name = "", text = ""]) => {
    writeFileSync(join(folder, name), text);
    return name;
  });
  expect(files).toEqual(["logged.ts", "bound.ts", "served.ts", "traced.ts"]);
  mkdirSync(join(folder, "node_modules"));
  for (const [name, target] of [
    ["schedc", root],
    ["pino", join(root, "node_modules/pino")],
    ["@types", join(root, "node_modules/@types")],
  ] as const) {
    symlinkSync(target, join(folder, "node_modules", name), "junction");
  }
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  const options = {
    module: "nodenext",
    target: "es2024",
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    allowImportingTsExtensions: true,
    types: ["node"],
    customConditions: ["schedc-source"],
  };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions: options, include: ["*.ts"] }));
  const run = (...args: readonly string[]) => spawnSync(process.execPath, args, { cwd: folder, encoding: "utf8" });
  const checked = run(join(root, "node_modules/typescript/bin/tsc"), "-p", ".");
  expect(checked.stdout).toBe("");
  writeFileSync(join(folder, "all.mjs"), files.map((name) => `import "./${name}";\n`).join(""));
  expect(run("--conditions=schedc-source", "all.mjs")).toMatchObject({ status: 0, stderr: "" });
});
