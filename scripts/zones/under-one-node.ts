/**
 * What one Node makes of zones whose rules differ between releases: the module it compiles, the fires of that module, and
 * what a scheduler says. One line of JSON for `zones-versions.ts`, which runs this under several.
 */
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { fileURLToPath, pathToFileURL } from "node:url";
import { compile } from "../../src/compiler/index.ts";
import { machineRelease, offsetAt } from "../../src/runtime/trigger/index.ts";

export interface UnderOneNode {
  readonly node: string;
  readonly tzdb: string;
  readonly module: string;
  /** By job, fires of two years in ISO. */
  readonly fires: Readonly<Record<string, readonly string[]>>;
  readonly differ: unknown;
  /** By zone, whether this Node's own data give another offset on some day of those years. */
  readonly machine: readonly string[];
}

const zones = [
  "America/Vancouver",
  "America/Edmonton",
  "Africa/Casablanca",
  "Africa/El_Aaiun",
  "Europe/Chisinau",
  "Europe/Berlin",
];
const from = Date.UTC(2026, 0, 1);
const until = Date.UTC(2028, 0, 1);

/** Without a carried rule: these are the machine's own. */
const own = new Map(zones.map((zone) => [zone, offsetsOf(zone)]));

const sentences = zones.map((zone, index) => `every day at 2:30 in ${zone} run report${index} { id "${zone}" }`);
const { modules, diagnostics } = await compile({ files: { "zones.sched": `${sentences.join("\n")}\n` } });
const module = modules["zones.sched.ts"];
if (module === undefined) throw new Error(JSON.stringify(diagnostics));

const root = fileURLToPath(new URL("../../", import.meta.url));
await mkdir(`${root}dist/.cache`, { recursive: true });
const folder = await mkdtemp(`${root}dist/.cache/zones-`);
try {
  await writeFile(`${folder}/zones.sched.ts`, module);
  const { register } = await import(pathToFileURL(`${folder}/zones.sched.ts`).href);
  const { createScheduler } = await import("../../src/runtime/index.ts");
  const { fires } = await import("../../src/runtime/trigger/index.ts");
  const scheduler = createScheduler({ keepAlive: false });
  const differ: unknown[] = [];
  scheduler.on("zones.differ", (event) => void differ.push(event));
  register(scheduler, Object.fromEntries(zones.map((_, index) => [`report${index}`, () => {}])));
  await scheduler.start();
  const listed = scheduler
    .jobs()
    .map(({ id, trigger }) => [
      id,
      [...fires(trigger, { after: from, until })].map((at) => new Date(at).toISOString()),
    ]);
  await scheduler.stop();
  const said: UnderOneNode = {
    node: process.versions.node,
    tzdb: machineRelease(),
    module,
    fires: Object.fromEntries(listed),
    differ,
    machine: zones.filter((zone) => offsetsOf(zone) !== own.get(zone)),
  };
  console.log(JSON.stringify(said));
} finally {
  await rm(folder, { recursive: true, force: true });
}

function offsetsOf(zone: string): string {
  const days = Array.from({ length: (until - from) / 86_400_000 }, (_, day) => from + day * 86_400_000);
  return days.map((day) => offsetAt(zone, day)).join();
}
