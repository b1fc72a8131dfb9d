/** `npm run bench`: measures fire times and bundles and writes `docs/performance.md`, whose sections of other commands it leaves. */
import { readFileSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { fileURLToPath } from "node:url";

// Peers without zones go by the clock of the machine.
process.env.TZ = "UTC";

const { carriedZones } = await import("../src/compiler/zones/index.ts");
const { carryZones } = await import("../src/runtime/index.ts");
const { allocations } = await import("./allocation.ts");
const { programs, sizeOf } = await import("./bundles.ts");
const { contest } = await import("./contest.ts");
const { lines, triggerOf } = await import("./lines.ts");
const { peers } = await import("./peers.ts");
const { page } = await import("./report.ts");
const { sectionOf, withSection } = await import("./section.ts");
const { building, coldStarts } = await import("./startup.ts");

// As generated modules do.
const carried = carriedZones(lines.map(triggerOf));
if (carried) carryZones(carried);

const root = fileURLToPath(new URL("..", import.meta.url));

function versionOf(name: string): string {
  return JSON.parse(readFileSync(`${root}node_modules/${name}/package.json`, "utf8")).version as string;
}

const packages = peers.map(({ name }) => `${name} ${versionOf(name === "later" ? "@breejs/later" : name)}`);

const results = lines.flatMap((line) =>
  (["next", "previous"] as const).map((direction) => {
    const result = contest(line, direction);
    console.log(
      `${line.name}, ${direction}: ${result.scores.map(({ name, ns }) => `${name} ${Math.round(ns)}`).join(" · ")}`,
    );
    return result;
  }),
);

const report = page({
  machine: `Node ${process.versions.node}, V8 ${process.versions.v8}, ${cpus().length} × ${cpus()[0]?.model ?? "unknown"}, ${Math.round(totalmem() / 2 ** 30)} GB, ${process.platform} ${process.arch}`,
  versions: packages.join(" · "),
  results,
  allocations: await allocations(),
  building: building(),
  coldStarts: await coldStarts(),
  bundles: await Promise.all(programs.map(async (program) => ({ ...program, ...(await sizeOf(program.source)) }))),
});
const path = `${root}docs/performance.md`;
const before = readFileSync(path, "utf8");
const others = ["Compiling", "Jobs held and fired", "Durable fires"].flatMap((title) => {
  const body = sectionOf(before, title)?.replace(/^.*\n/, "");
  return body === undefined ? [] : [{ title, body }];
});
writeFileSync(
  path,
  others.reduce((made, { title, body }) => withSection(made, title, body), report),
);
console.log("wrote docs/performance.md");
