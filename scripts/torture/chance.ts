/** Chance that a seed repeats. */

export interface Chance {
  /** From 0 up to, not including, 1. */
  fraction(): number;
  /** A whole number of the range, both ends within. */
  whole(from: number, to: number): number;
  /** True this often of a hundred times. */
  percent(often: number): boolean;
  pick<T>(of: readonly T[]): T;
}

export function createChance(seed: number): Chance {
  let state = seed >>> 0;
  function fraction(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
  const whole = (from: number, to: number): number => from + Math.floor(fraction() * (to - from + 1));
  return {
    fraction,
    whole,
    percent: (often) => fraction() * 100 < often,
    pick(of) {
      const picked = of[whole(0, of.length - 1)];
      if (picked === undefined) throw new Error("nothing to pick from");
      return picked;
    },
  };
}
