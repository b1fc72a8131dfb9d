/** Zone rules that a module carries, in the hands of a scheduler: whose instants hold, and what is said where they differ. */
import { carryZones, createMemoryStore, nextFire, type Schedule } from "schedc/runtime";
import { afterEach, describe, expect, test, vi } from "vitest";
import { createRig } from "./kit/rig.ts";
import { at, everyDayAt } from "./kit/triggers.ts";

const trigger = (zone: string) => ({ ...everyDayAt("09:00"), zone });

/** A module whose rules for a zone nobody shares: an hour ahead of UTC until July, then none. */
function moduleOf(tzdb: string, zone: string, rules = "+1 2024 07-01T0+0"): Schedule<"daily", unknown> {
  return {
    version: 1,
    source: "zones.sched",
    jobs: { daily: { trigger: trigger(zone), run: () => {} } },
    zones: { tzdb, rules: { [zone]: rules } },
  };
}

/** Makes this machine one of another release, its data as they are. */
function machineOf(release: string): void {
  vi.stubGlobal("process", { ...process, versions: { ...process.versions, tz: release } });
}

afterEach(() => vi.unstubAllGlobals());

describe("a module's zones", () => {
  test("decide when its jobs fire, whatever the machine knows", () => {
    const rig = createRig("2024-01-01T00:00:00Z");
    const { daily } = rig.scheduler.add(moduleOf("2024a", "Asia/Tokyo"));
    expect(daily.next()).toBe(at("2024-01-01T08:00:00Z"));
    expect(nextFire(trigger("Asia/Tokyo"), at("2024-08-01T00:00:00Z"))).toBe(at("2024-08-01T09:00:00Z"));
  });

  test("leave other zones to the machine", () => {
    const rig = createRig("2024-01-01T00:00:00Z");
    rig.scheduler.add(moduleOf("2024a", "Asia/Tokyo"));
    const job = rig.scheduler.schedule({ id: "other", trigger: trigger("Asia/Seoul"), run: () => {} });
    expect(job.next()).toBe(at("2024-01-01T00:00:00Z"));
  });
});

describe("zones.differ", () => {
  test("names at start the zones for which this machine shows another time", async () => {
    machineOf("2023z");
    const rig = createRig("2024-01-01T00:00:00Z");
    rig.scheduler.add({
      ...moduleOf("2024a", "Asia/Manila"),
      zones: { tzdb: "2024a", rules: { "Asia/Manila": "+9", "Asia/Dhaka": "+6" } },
    });
    expect(rig.events("zones.differ")).toEqual([]);
    await rig.scheduler.start();
    expect(rig.events("zones.differ")).toEqual([
      { than: "machine", stored: "2024a", running: "2023z", zones: ["Asia/Manila"] },
    ]);
    await rig.scheduler.stop();
  });

  test("looks ten years ahead, and no further", async () => {
    machineOf("2023z");
    const rig = createRig("2024-01-01T00:00:00Z");
    rig.scheduler.add({
      ...moduleOf("2024a", "Asia/Dhaka"),
      zones: { tzdb: "2024a", rules: { "Asia/Dhaka": "+6 2033 06-01T0+7", "Asia/Kabul": "+4:30 2035 06-01T0+7" } },
    });
    await rig.scheduler.start();
    expect(rig.events("zones.differ").map(({ zones }) => zones)).toEqual([["Asia/Dhaka"]]);
    await rig.scheduler.stop();
  });

  test("is silent where nothing that is used differs, and on a machine of the same release", async () => {
    for (const [machine, rules] of [
      ["2023z", "+6"],
      ["2024a", "+9"],
    ] as const) {
      machineOf(machine);
      const rig = createRig("2024-01-01T00:00:00Z");
      rig.scheduler.add(moduleOf("2024a", "Asia/Dhaka", rules));
      await rig.scheduler.start();
      expect(rig.events("zones.differ")).toEqual([]);
      await rig.scheduler.stop();
    }
  });

  test("comes for a zone that the machine lacks, and for a module that is added while running", async () => {
    machineOf("2023z");
    const rig = createRig("2024-01-01T00:00:00Z");
    await rig.scheduler.start();
    rig.scheduler.add(moduleOf("2024a", "Europe/Atlantis"));
    expect(rig.events("zones.differ").map(({ zones }) => zones)).toEqual([["Europe/Atlantis"]]);
    await rig.scheduler.stop();
  });

  test("tells of the release that a store was left under, once", async () => {
    const store = createMemoryStore();
    const lives = async (tzdb: string) => {
      machineOf(tzdb);
      const rig = createRig("2024-01-01T00:00:00Z", { store });
      rig.scheduler.add(moduleOf(tzdb, "Asia/Karachi", "+5"));
      await rig.scheduler.start();
      await rig.scheduler.stop();
      return rig.events("zones.differ");
    };
    expect(await lives("2024a")).toEqual([]);
    expect(await lives("2024b")).toEqual([
      { than: "store", stored: "2024a", running: "2024b", zones: ["Asia/Karachi"] },
    ]);
    expect(await lives("2024b")).toEqual([]);
  });

  test("does not come from rules that were carried without a module", async () => {
    machineOf("2023z");
    carryZones({ tzdb: "2024a", rules: { "Asia/Colombo": "+9" } });
    const rig = createRig("2024-01-01T00:00:00Z");
    rig.job({ trigger: trigger("Asia/Colombo") });
    await rig.scheduler.start();
    expect(rig.events("zones.differ")).toEqual([]);
    await rig.scheduler.stop();
  });
});
