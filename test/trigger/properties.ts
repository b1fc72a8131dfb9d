/** What must hold of the fire times of every trigger, whoever made it. */
import { expect } from "vitest";
import { fires, nextFire, prepare } from "../../src/runtime/trigger/index.ts";
import type { Case } from "./generators/cases.ts";
import { oracleFires } from "./oracle/fires.ts";

/**
 * The engine lists what the oracle lists, forwards, backwards, by membership and from wherever it is asked. Gives how many
 * fires there are.
 */
export function expectOneSet({ trigger, from, until, grain }: Case): number {
  const expected = oracleFires(trigger, from, until, grain).map((second) => second * 1000);
  const forward = [...fires(trigger, { after: from * 1000 - 1, until: until * 1000 })];
  expect(forward.map(isoOf)).toEqual(expected.map(isoOf));

  const back: number[] = [];
  const prepared = prepare(trigger);
  for (
    let at = prepared.previous(until * 1000 + 1);
    at !== undefined && at >= from * 1000;
    at = prepared.previous(at)
  ) {
    back.push(at);
  }
  expect(back.reverse().map(isoOf)).toEqual(expected.map(isoOf));

  const set = new Set(expected);
  for (let place = 0; place < expected.length; place++) {
    const at = expected[place] as number;
    expect(prepared.has(at)).toBe(true);
    expect(set.has(at + 1000)).toBe(prepared.has(at + 1000));
    const gap = (expected[place + 1] ?? at) - at;
    if (gap > 0) {
      const between = at + Math.floor(gap / 3);
      expect(prepared.next(between)).toBe(expected[place + 1]);
      expect(prepared.previous(between + 1)).toBe(at);
      expect(prepared.next(at - 1)).toBe(at);
    }
  }
  const middle = (from + until) * 500;
  const next = nextFire(trigger, middle);
  if (next !== undefined) {
    const before = prepared.previous(next);
    expect(next).toBeGreaterThan(middle);
    if (before !== undefined) expect(before).toBeLessThanOrEqual(middle);
  }
  return expected.length;
}

function isoOf(instant: number): string {
  return new Date(instant).toISOString();
}
