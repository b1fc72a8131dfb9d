/**
 * One `.sched` file under Nodes with different time zone data: each must compile the same bytes and fire at the same
 * instants, and where a Node's own data differ its scheduler must say so, naming the zones. Fetches the Nodes by npx.
 */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { tzdb } from "../src/compiler/zones/index.ts";
import type { UnderOneNode } from "./zones/under-one-node.ts";

const script = fileURLToPath(new URL("./zones/under-one-node.ts", import.meta.url));
const nodes = process.argv.length > 2 ? process.argv.slice(2) : ["22.18.0", "24.0.0", "26"];

const said = [
  under(process.execPath, []),
  ...nodes.map((version) => under("npx", ["--yes", "--package", `node@${version}`, "--", "node"])),
];
const [pinned] = said as [UnderOneNode];
const wrong: string[] = [];
for (const one of said) {
  const name = `Node ${one.node}`;
  if (one.module !== pinned.module) wrong.push(`${name} compiles another module`);
  if (JSON.stringify(one.fires) !== JSON.stringify(pinned.fires)) wrong.push(`${name} fires at other instants`);
  const wanted =
    one.machine.length === 0
      ? []
      : [{ than: "machine", stored: tzdb, running: one.tzdb, zones: [...one.machine].sort() }];
  if (JSON.stringify(one.differ) !== JSON.stringify(wanted)) {
    wrong.push(`${name} says ${JSON.stringify(one.differ)} for ${JSON.stringify(wanted)}`);
  }
  const fires = Object.values(one.fires).reduce((sum, list) => sum + list.length, 0);
  console.log(`${name}, tzdb ${one.tzdb}: ${fires} fires; apart from ${tzdb}: ${one.machine.join(", ") || "nothing"}`);
}
if (new Set(said.map((one) => one.tzdb)).size < 2)
  wrong.push("all these Nodes have the same zone data: nothing is compared");
if (said.every(({ machine }) => machine.length === 0))
  wrong.push("no zone differs on any of these Nodes: nothing is shown");
for (const one of wrong) console.error(one);
process.exitCode = wrong.length === 0 ? 0 : 1;

function under(command: string, args: readonly string[]): UnderOneNode {
  const flags = ["--conditions=schedc-source", script];
  const { stdout, stderr, status } = spawnSync(command, [...args, ...flags], { encoding: "utf8", maxBuffer: 1 << 26 });
  if (status !== 0) throw new Error(`${command} ${args.join(" ")}: ${stderr}`);
  return JSON.parse(stdout.trim().split("\n").at(-1) ?? "") as UnderOneNode;
}
