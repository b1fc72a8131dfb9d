/** Draws that are the same on every machine and after every restart: whole numbers hashed from a text and a number. */

/** A text taken into two words of 32 bits; made once, drawn from many times. */
export interface Seed {
  readonly high: number;
  readonly low: number;
}

/** The UTF-16 units of a text, each stirred into both words by its own multiplier. */
export function seedOf(text: string): Seed {
  let high = 0x9e3779b9 ^ text.length;
  let low = 0x7f4a7c15;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    high = stir(high ^ Math.imul(unit + 1, 0x2c1b3c6d));
    low = stir(low ^ Math.imul(unit + 1, 0x297a2d39) ^ high);
  }
  return { high, low };
}

/** A whole number from 0 up to, not including, `below`, even to one part in 2⁵³ ÷ `below`. */
export function draw(seed: Seed, at: number, below: number): number {
  const high = stir(seed.high ^ Math.imul(at, 0x85ebca6b) ^ stir(at));
  const low = stir(seed.low ^ high ^ Math.imul(at, 0xc2b2ae35));
  const share = ((high >>> 5) * 67_108_864 + (low >>> 6)) / 9_007_199_254_740_992;
  return Math.floor(share * below);
}

/** Spreads every bit of a word over all of them; one to one. */
function stir(word: number): number {
  let bits = word ^ (word >>> 16);
  bits = Math.imul(bits, 0x21f0aaad);
  bits ^= bits >>> 15;
  bits = Math.imul(bits, 0x735a2d97);
  return bits ^ (bits >>> 15);
}
