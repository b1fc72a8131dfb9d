import { describe, expect, it } from "vitest";
import type { CalendarTrigger } from "../../src/runtime/model/index.ts";
import { draw, fires, seedOf } from "../../src/runtime/trigger/index.ts";

const night: CalendarTrigger = {
  kind: "calendar",
  zone: "America/New_York",
  days: [{}],
  times: { random: "backup", ranges: [["01:00", "04:59:59"]] },
  dst: { gap: "after", overlap: "first" },
};

const at = (text: string): number => Date.parse(text);

describe("at random", () => {
  it("is one whole second a day, the same each time, another for another seed", () => {
    const span = { after: at("2026-01-01T00:00:00Z"), until: at("2026-12-31T23:59:59Z") };
    const year = [...fires(night, span)];
    expect(year).toHaveLength(365);
    expect(year.every((instant) => instant % 1000 === 0)).toBe(true);
    expect([...fires(structuredClone(night), span)]).toEqual(year);
    const other: CalendarTrigger = { ...night, times: { random: "backup2", ranges: [["01:00", "04:59:59"]] } };
    const shared = new Set(year);
    expect([...fires(other, span)].filter((instant) => shared.has(instant)).length).toBeLessThan(5);
  });

  it("keeps its draws for ever", () => {
    expect(
      [...fires(night, { after: at("2026-01-01T00:00:00Z"), limit: 3 })].map((instant) =>
        new Date(instant).toISOString(),
      ),
    ).toMatchInlineSnapshot(`
      [
        "2026-01-01T06:24:03.000Z",
        "2026-01-02T07:24:32.000Z",
        "2026-01-03T08:34:05.000Z",
      ]
    `);
  });

  it("is the first instant after a gap that swallows all of its range", () => {
    const spring: CalendarTrigger = { ...night, times: { random: "x", ranges: [["02:00", "02:59:59"]] } };
    const [first] = fires(spring, { after: at("2026-03-08T05:00:00Z"), limit: 1 });
    expect(first).toBe(at("2026-03-08T07:00:00Z"));
  });

  it("reaches every second of a range, in an overlap both passes", () => {
    const seen = new Set<number>();
    for (let seed = 0; seed < 400; seed++) {
      const autumn: CalendarTrigger = { ...night, times: { random: `s${seed}`, ranges: [["01:59:58", "02:00:01"]] } };
      const [first = 0] = fires(autumn, { after: at("2026-11-01T04:00:00Z"), limit: 1 });
      seen.add((first - at("2026-11-01T05:59:58Z")) / 1000);
    }
    expect([...seen].sort((a, b) => a - b)).toEqual([0, 1, 3600, 3601, 3602, 3603]);
  });
});

describe("draws", () => {
  it("fall evenly, whether the seed or the day differs", () => {
    const bins = 50;
    const expected = 400;
    for (const of of [
      (n: number) => draw(seedOf("job"), n, bins),
      (n: number) => draw(seedOf(`job${n}`), 20_000, bins),
    ]) {
      const counts = new Array<number>(bins).fill(0);
      for (let n = 0; n < bins * expected; n++) counts[of(n)] = (counts[of(n)] ?? 0) + 1;
      const chi = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
      // 49 degrees of freedom: one in a thousand even sources lies above 85 or below 24.
      expect(chi).toBeGreaterThan(24);
      expect(chi).toBeLessThan(85);
    }
  });

  it("stay below their bound", () => {
    for (let n = 0; n < 1000; n++) expect(draw(seedOf(String(n)), n, 3)).toBeLessThan(3);
    expect(draw(seedOf(""), 0, 1)).toBe(0);
  });
});
