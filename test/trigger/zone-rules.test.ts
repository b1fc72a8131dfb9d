/** The rules that modules carry: what they say, that they agree with Intl, and that nothing else is asked where they are. */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { proveZone } from "../../scripts/zones/prove-zone.ts";
import { createRandom } from "../../scripts/zones/random.ts";
import { rulesText } from "../../scripts/zones/rules-text.ts";
import { carriedZones, tzdb, useCarriedZones, zoneNames } from "../../src/compiler/zones/index.ts";
import {
  carryZones,
  isZone,
  machineRelease,
  nextFire,
  offsetAt,
  transitions,
} from "../../src/runtime/trigger/index.ts";
import { rulesZone } from "../../src/runtime/trigger/zone-rules.ts";

useCarriedZones();

const root = fileURLToPath(new URL("../..", import.meta.url));
const at = (text: string): number => Date.parse(text);
const changes = (zone: string, from: string, until: string): string[] =>
  transitions(zone, at(from), at(until)).map(
    ({ at: instant, before, after }) =>
      `${new Date(instant).toISOString().replace(".000Z", "Z")} ${before / 60} ${after / 60}`,
  );

const odd: readonly (readonly [zone: string, from: string, until: string, wanted: readonly string[]])[] = [
  ["Australia/Lord_Howe", "2026-01-01", "2027-01-01", ["2026-04-04T15:00:00Z 660 630", "2026-10-03T15:30:00Z 630 660"]],
  ["Antarctica/Troll", "2026-01-01", "2027-01-01", ["2026-03-29T01:00:00Z 0 120", "2026-10-25T01:00:00Z 120 0"]],
  [
    "America/Santiago",
    "2026-01-01",
    "2027-01-01",
    ["2026-04-05T03:00:00Z -180 -240", "2026-09-06T04:00:00Z -240 -180"],
  ],
  ["Africa/Cairo", "2026-01-01", "2027-01-01", ["2026-04-23T22:00:00Z 120 180", "2026-10-29T21:00:00Z 180 120"]],
  ["Pacific/Apia", "2011-12-01", "2012-01-15", ["2011-12-30T10:00:00Z -600 840"]],
  ["Africa/Casablanca", "2025-01-01", "2026-01-01", ["2025-02-23T02:00:00Z 60 0", "2025-04-06T02:00:00Z 0 60"]],
  ["Africa/El_Aaiun", "2025-01-01", "2026-01-01", ["2025-02-23T02:00:00Z 60 0", "2025-04-06T02:00:00Z 0 60"]],
  ["Europe/Dublin", "2026-01-01", "2027-01-01", ["2026-03-29T01:00:00Z 0 60", "2026-10-25T01:00:00Z 60 0"]],
  ["Africa/Monrovia", "1971-01-01", "2027-01-01", ["1972-01-07T00:44:30Z -44.5 0"]],
  ["Pacific/Kiritimati", "1994-06-01", "2027-01-01", ["1994-12-31T10:00:00Z -600 840"]],
  ["Africa/Juba", "2018-01-01", "2027-01-01", ["2021-01-31T21:00:00Z 180 120"]],
  [
    "Asia/Gaza",
    "2040-07-01",
    "2041-01-01",
    ["2040-08-31T23:00:00Z 180 120", "2040-10-20T00:00:00Z 120 180", "2040-10-26T23:00:00Z 180 120"],
  ],
];

describe("the carried rules", () => {
  test("cover every zone that a file may name", () => {
    const names = [...zoneNames].filter((name) => name !== "UTC");
    const triggers = names.map((zone) => ({ kind: "instants", zone, at: [] }) as const);
    expect(Object.keys(carriedZones(triggers)?.rules ?? {})).toHaveLength(names.length);
  });

  test.each(odd)("%s from %s", (zone, from, until, wanted) => {
    expect(changes(zone, `${from}T00:00:00Z`, `${until}T00:00:00Z`)).toEqual(wanted);
  });

  const seed = Math.floor(Math.random() * 2 ** 32);
  const random = createRandom(seed);
  const drawn = [...zoneNames].filter(() => random() < 0.03);

  // What a Node of another release shows is no measure of these.
  test.runIf(machineRelease() === tzdb).each([...odd.map(([zone]) => zone), ...drawn])(
    `%s agrees with Intl from 1970 to 2100 (seed ${seed})`,
    (zone) => {
      const span = { from: at("1970-01-01T00:00:00Z"), until: at("2101-01-01T00:00:00Z"), draws: 300, random };
      expect(proveZone(zone, span).wrong).toEqual([]);
    },
  );

  test.runIf(machineRelease() === tzdb).each(["Europe/London", "America/New_York", "Africa/Casablanca"])(
    "%s agrees with Intl from 1900 to 2400",
    (zone) => {
      const span = { from: at("1900-01-01T00:00:00Z"), until: at("2400-12-31T00:00:00Z"), draws: 300, random };
      expect(proveZone(zone, span).wrong).toEqual([]);
    },
  );
});

describe("a zone of rules", () => {
  const read = (text: string): (readonly number[])[] => {
    const cursor = rulesZone("Test/Zone", text).cursor();
    const found: number[][] = [];
    for (
      let second = at("1970-01-01T00:00:00Z") / 1000;
      second < at("1973-01-01T00:00:00Z") / 1000;
      second = cursor.end
    ) {
      cursor.seek(second);
      found.push([cursor.before, cursor.offset, cursor.after]);
    }
    return found;
  };

  test("is one segment where nothing changes", () => {
    expect(read("-3:30")).toEqual([[-12_600, -12_600, -12_600]]);
  });

  test("knows its neighbours", () => {
    expect(read("+1 1971..1972 03-sun25T2+2 09-26T3+1")).toEqual([
      [3600, 3600, 7200],
      [3600, 7200, 3600],
      [7200, 3600, 7200],
      [3600, 7200, 3600],
      [7200, 3600, 3600],
    ]);
  });

  test.each([
    "",
    "1",
    "+1 1980 04-06T2",
    "+1 1980 04-xxx06T2+2",
    "+1 1980 13-06T2+2",
    "+1 04-06T2+2",
    "+1 1981 04-06T2+2 1980 04-06T2+1",
    "+1 80 04-06T2+2",
    "+1 1980.. 04-06T2+2 x",
  ])('is refused as "%s"', (text) => {
    expect(() => rulesZone("Test/Zone", text).cursor()).toThrow(/The carried rules of Test\/Zone hold ".*", which/);
  });

  test("says again what it was made from", () => {
    const names = Object.entries(carriedZones([{ kind: "instants", zone: "Asia/Gaza", at: [] }])?.rules ?? {});
    expect(names).toHaveLength(1);
    for (const [name, text] of names) {
      const first = at("1899-12-29T00:00:00Z");
      const again = rulesText(offsetAt(name, first), transitions(name, first, at("2401-01-03T00:00:00Z")));
      expect(again).toBe(text);
    }
  });
});

describe("carrying", () => {
  const zone = "Pacific/Chatham";
  const offset = (): number => offsetAt(zone, 0) / 3600;

  test("goes before what this machine knows, the newest release before all", () => {
    expect(offset()).toBe(12.75);
    carryZones({ tzdb: "2101b", rules: { [zone]: "+1" } });
    expect(offset()).toBe(1);
    carryZones({ tzdb: "2101c", rules: { [zone]: "+3" } });
    carryZones({ tzdb: "2101a", rules: { [zone]: "+2" } });
    expect(offset()).toBe(3);
  });

  test("makes a zone known that no machine knows", () => {
    expect(isZone("Mars/Olympus")).toBe(false);
    carryZones({ tzdb: "2101a", rules: { "Mars/Olympus": "+0:37" } });
    expect(isZone("Mars/Olympus")).toBe(true);
    expect(nextFire({ kind: "instants", zone: "Mars/Olympus", at: ["2026-01-01T00:37:00"] }, 0)).toBe(
      at("2026-01-01T00:00:00Z"),
    );
  });

  test("lets the first fire of a cold process come without Intl", () => {
    const program = `
      delete globalThis.Intl;
      const { carryZones, nextFire } = await import("schedc/runtime");
      const { schedule } = await import("./test/fixtures/emit/flagship/main.sched.ts");
      carryZones(schedule.zones);
      console.log(nextFire(schedule.jobs.businessTask.trigger, Date.parse("2026-11-21T12:00:00Z")));`;
    const flags = ["--conditions=schedc-source", "--input-type=module", "--eval", program];
    const { stdout, stderr } = spawnSync(process.execPath, flags, { cwd: root, encoding: "utf8" });
    expect(stderr.replace(/^\(node:\d+\) ExperimentalWarning.*\n.*\n/m, "")).toBe("");
    expect(stdout.trim()).toBe(String(at("2026-11-23T08:30:00Z")));
  });
});
