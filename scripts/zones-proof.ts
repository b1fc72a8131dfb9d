/**
 * Every zone that this Node knows, and every one that a file may name: the carried rules against `Intl` of the same release,
 * at each change of the clock and at random instants of the years `--from` to `--until` (1970 to 2100; they hold from 1900
 * to 2400). `--seed N` repeats a run, `--draws N` says how many instants a zone gets. Ten seconds, for all years a minute.
 */
import { parseArgs } from "node:util";
import { tzdb, useCarriedZones, zoneNames } from "../src/compiler/zones/index.ts";
import { machineRelease } from "../src/runtime/trigger/index.ts";
import { type Proof, proveZone } from "./zones/prove-zone.ts";
import { createRandom } from "./zones/random.ts";

const { values } = parseArgs({
  options: {
    seed: { type: "string" },
    draws: { type: "string", default: "1000" },
    from: { type: "string", default: "1970" },
    until: { type: "string", default: "2100" },
  },
});
const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 32));

if (machineRelease() !== tzdb) {
  console.error(`this Node has tzdb ${machineRelease()}, the carried rules are of ${tzdb}: nothing to compare`);
  process.exitCode = 2;
} else {
  useCarriedZones();
  const zones = [...new Set([...zoneNames, ...Intl.supportedValuesOf("timeZone")])].sort();
  const span = {
    from: Date.UTC(Number(values.from), 0, 1),
    until: Date.UTC(Number(values.until) + 1, 0, 1),
    draws: Number(values.draws),
  };
  const proofs = zones.map((zone): Proof => proveZone(zone, { ...span, random: createRandom(seed) }));
  const wrong = proofs.flatMap((proof) => proof.wrong);
  for (const one of wrong.slice(0, 50)) console.error(one);
  const sum = (of: (proof: Proof) => number): string =>
    proofs.reduce((all, one) => all + of(one), 0).toLocaleString("en");
  console.log(
    `seed ${seed}, tzdb ${tzdb}: ${zones.length} zones, ${sum((one) => one.transitions)} changes of a clock, ` +
      `${sum((one) => one.instants)} instants, ${wrong.length} wrong`,
  );
  if (wrong.length > 0 || zones.length < 400) process.exitCode = 1;
}
