/** Sets of small integers in the 32 bits of a number. */

/** The place of the lowest bit that is set; the set must not be empty. */
export function lowest(bits: number): number {
  return 31 - Math.clz32(bits & -bits);
}

/** The place of the highest bit that is set; the set must not be empty. */
export function highest(bits: number): number {
  return 31 - Math.clz32(bits);
}

/** The bits from `first` to `last`, both within and both from 0 to 31. */
export function bitsBetween(first: number, last: number): number {
  return (-1 << first) & (-1 >>> (31 - last));
}

/** A set of integers from 0 to 63 in two halves. */
export interface WideBits {
  readonly low: number;
  readonly high: number;
}

export function wideBits(members: readonly number[]): WideBits {
  let low = 0;
  let high = 0;
  for (const member of members) {
    if (member < 32) low |= 1 << member;
    else high |= 1 << (member - 32);
  }
  return { low, high };
}

/** The least member from `from` (0 to 64) on, or -1. */
export function atLeast(bits: WideBits, from: number): number {
  if (from < 32) {
    const low = bits.low & (-1 << from);
    if (low !== 0) return lowest(low);
    return bits.high === 0 ? -1 : 32 + lowest(bits.high);
  }
  const high = from > 63 ? 0 : bits.high & (-1 << (from - 32));
  return high === 0 ? -1 : 32 + lowest(high);
}

/** The greatest member up to `to` (-1 to 63), or -1. */
export function atMost(bits: WideBits, to: number): number {
  if (to >= 32) {
    const high = bits.high & (-1 >>> (63 - to));
    if (high !== 0) return 32 + highest(high);
    return bits.low === 0 ? -1 : highest(bits.low);
  }
  const low = to < 0 ? 0 : bits.low & (-1 >>> (31 - to));
  return low === 0 ? -1 : highest(low);
}
