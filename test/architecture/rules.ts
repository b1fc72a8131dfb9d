/** The rules of the house: which way imports run, which packages each room may load, and what a file may be called. */
import { builtinModules } from "node:module";
import { posix } from "node:path";
import type { Import, SourceFile } from "./sources.ts";

export interface Area {
  /** Areas that it may import, each through its `index.ts`. */
  readonly areas: readonly string[];
  /** npm packages that it may import. */
  readonly packages: readonly string[];
  /** Whether Node's own modules are allowed in it at all. */
  readonly node: boolean;
}

/** By folder; a file belongs to the longest that holds it. */
export const areas: Readonly<Record<string, Area>> = {
  "src/dsl": { areas: [], packages: ["chevrotain"], node: false },
  "src/compiler": {
    areas: ["src/dsl", "src/runtime/model", "src/runtime/trigger"],
    packages: ["@noble/hashes", "cron-parser", "diff", "ical.js", "prettier", "ts-morph"],
    node: false,
  },
  "src/runtime": {
    areas: ["src/runtime/model", "src/runtime/trigger", "src/runtime/scheduler"],
    packages: [],
    node: false,
  },
  "src/runtime/model": { areas: [], packages: [], node: false },
  "src/runtime/trigger": { areas: ["src/runtime/model"], packages: [], node: false },
  "src/runtime/scheduler": { areas: ["src/runtime/model", "src/runtime/trigger"], packages: [], node: false },
  "src/runtime/store": { areas: ["src/runtime/model", "src/runtime/scheduler"], packages: [], node: true },
  "src/runtime/metrics": { areas: ["src/runtime/model"], packages: [], node: false },
  "src/runtime/opentelemetry": { areas: ["src/runtime/model"], packages: ["@opentelemetry/api"], node: false },
  "src/runtime/testing": {
    areas: ["src/runtime/model", "src/runtime/trigger", "src/runtime/scheduler"],
    packages: [],
    node: false,
  },
  "src/runtime/testing/vitest": { areas: ["src/runtime/testing"], packages: ["vitest"], node: false },
  "src/runtime/testing/jest": {
    areas: ["src/runtime/model", "src/runtime/testing"],
    packages: ["expect"],
    node: false,
  },
  "src/cli": {
    areas: [
      "src/dsl",
      "src/compiler",
      "src/runtime",
      "src/runtime/model",
      "src/runtime/trigger",
      "src/runtime/store",
      "src/runtime/testing",
    ],
    packages: ["commander", "diff", "string-width", "tinyglobby"],
    node: true,
  },
};

/** Slow to load or replaceable: each is imported by one file alone, and only when reached. */
export const doors: readonly string[] = ["cron-parser", "ical.js", "prettier", "ts-morph"];

/** The files that touch the disk. */
const disks: readonly string[] = ["src/cli/node-host.ts", "src/lsp/node-host.ts", "src/runtime/store/disk.ts"];

/** What one place answers for, and the files that may use it. */
const single: readonly { readonly what: RegExp; readonly says: string; readonly files: readonly string[] }[] = [
  {
    what: /^(?:Date\.now|performance\.now|new Date)$/,
    says: "reads the clock",
    files: ["src/cli/main.ts", "src/runtime/scheduler/clock.ts", "src/runtime/testing/patience.ts"],
  },
  { what: /^Math\.random$/, says: "draws by chance", files: [] },
  { what: /^process\.exit(?:Code)?$/, says: "sets how the process ends", files: ["src/cli/main.ts"] },
  { what: /\.getBuiltinModule$/, says: "takes from Node", files: ["src/runtime/scheduler/platform.ts"] },
];

/** The largest a source file may get; the aim is a third of it. */
export const largest = 400;

/** Files that may be larger, with the reason. */
const long: Readonly<Record<string, string>> = {
  "src/dsl/tree/nodes.ts": "types alone, one a construct of the language, which are read together",
};

export interface Violation {
  readonly file: string;
  readonly rule: string;
}

/** Everything in `files` that breaks a rule, in the order of the files. */
export function violations(files: readonly SourceFile[]): Violation[] {
  return [...files.flatMap(ofFile), ...ofDoors(files), ...ofCycles(files)];
}

function ofFile(file: SourceFile): Violation[] {
  const found: string[] = [];
  const area = areaOf(file.path);
  if (!area) found.push("belongs to no area");
  else found.push(...file.imports.flatMap((one) => ofImport(file.path, area, one) ?? []));
  for (const { what, says, files } of single) {
    const use = files.includes(file.path) ? undefined : file.uses.find((one) => what.test(one));
    if (use !== undefined) found.push(`${says}: ${use}`);
  }
  if (/(^|\/)(utils?|helpers?|misc|common)\.ts$|_new\.ts$/.test(file.path)) found.push("its name says nothing");
  if (file.lines > largest && !(file.path in long)) found.push(`has ${file.lines} lines, more than ${largest}`);
  return found.map((rule) => ({ file: file.path, rule }));
}

/** What this import breaks, in words. */
function ofImport(from: string, area: string, { kind, specifier }: Import): string | undefined {
  const { areas: allowed, packages, node } = areas[area] as Area;
  if (specifier.startsWith(".")) {
    const target = resolve(from, specifier);
    const other = areaOf(target);
    if (other === area) return undefined;
    if (!other || !allowed.includes(other)) return `imports ${target}, which ${area} must not know`;
    return target === `${other}/index.ts` ? undefined : `reaches into ${other}, past its index.ts: ${target}`;
  }
  if (specifier.startsWith("node:") || builtinModules.includes(specifier)) {
    if (!node) return `imports ${specifier}, and ${area} runs without Node`;
    const disk = /^(?:node:)?fs(?:\/|$)/.test(specifier);
    return disk && !disks.includes(from) ? `imports ${specifier} outside the files that touch the disk` : undefined;
  }
  const name = packageOf(specifier);
  if (!packages.includes(name)) return `imports the package ${name}, which ${area} must not know`;
  return doors.includes(name) && kind === "static"
    ? `loads ${name} at once; import() it where it is reached`
    : undefined;
}

function ofDoors(files: readonly SourceFile[]): Violation[] {
  return doors.flatMap((name) => {
    const users = files.filter(({ imports }) => imports.some((one) => packageOf(one.specifier) === name));
    return users
      .slice(1)
      .map(({ path }) => ({ file: path, rule: `is a second door to ${name}, beside ${users[0]?.path}` }));
  });
}

/** Each cycle of files that load one another once, named by its first file; types that name each other load nothing. */
function ofCycles(files: readonly SourceFile[]): Violation[] {
  const graph = new Map(
    files.map(({ path, imports }) => [
      path,
      imports
        .filter(({ kind, specifier }) => kind !== "type" && specifier.startsWith("."))
        .map((one) => resolve(path, one.specifier)),
    ]),
  );
  const done = new Set<string>();
  const found: Violation[] = [];
  const walk = (path: string, trail: readonly string[]): void => {
    if (trail.includes(path)) {
      const cycle = [...trail.slice(trail.indexOf(path)), path];
      found.push({ file: path, rule: `imports itself: ${cycle.join(" → ")}` });
    }
    if (done.has(path)) return;
    done.add(path);
    for (const next of graph.get(path) ?? []) walk(next, [...trail, path]);
  };
  for (const path of graph.keys()) walk(path, []);
  return found;
}

function areaOf(path: string): string | undefined {
  return Object.keys(areas)
    .filter((folder) => path.startsWith(`${folder}/`))
    .sort((a, b) => b.length - a.length)[0];
}

function resolve(from: string, specifier: string): string {
  return posix.join(posix.dirname(from), specifier);
}

function packageOf(specifier: string): string {
  return specifier.split("/", specifier.startsWith("@") ? 2 : 1).join("/");
}
