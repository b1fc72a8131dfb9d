/**
 * Written times: days × clock times as one ascending set of local seconds, before any zone has its say.
 *
 * The open days are remembered in blocks of 32, a day's number without its last five bits: no month, no year, no
 * division on the way to them. With its days a block holds the nearest open ones outside it, so that a rare day costs
 * no more than a frequent one.
 */
import { highest, lowest } from "./bits.ts";
import { DAY } from "./civil.ts";
import { BEFORE_ALL, FIRST_DAY, LAST_DAY, NEVER, NO_DAY } from "./range.ts";
import type { Timed } from "./tails.ts";
import type { Sieve } from "./wall.ts";

/**
 * A search goes from a day and a second of it, which may be the one after its last. It gives a day and leaves the second
 * in `time`: small whole numbers, which cost no box on the heap.
 */
export interface Written {
  /** The day of the first written time from there on, or `NO_DAY`. */
  next(day: number, from: number): number;
  /** The day of the last written time up to there, or `-NO_DAY`. */
  previous(day: number, to: number): number;
  /** The second of the day that was found last. */
  readonly time: number;
}

/** The first written time from a local second on, or `NEVER`. */
export function writtenFrom(written: Written, local: number): number {
  const day = Math.floor(local / DAY);
  const found = day < FIRST_DAY ? written.next(FIRST_DAY, 0) : written.next(day, local - day * DAY);
  return found === NO_DAY ? NEVER : found * DAY + written.time;
}

/** The last written time up to a local second, or `BEFORE_ALL`. */
export function writtenUpTo(written: Written, local: number): number {
  const day = Math.floor(local / DAY);
  const found = day > LAST_DAY ? written.previous(LAST_DAY, DAY - 1) : written.previous(day, local - day * DAY);
  return found === -NO_DAY ? BEFORE_ALL : found * DAY + written.time;
}

/** What is remembered of a block, each a place in the table from the block's own on. */
const OPEN = 1;
const AFTER = 2;
const BEFORE = 3;
const WIDTH = 4;

/** Blocks remembered at first, enough for a trigger that goes on from fire to fire, and at most: 22 years. */
const LEAST = 2;
const MOST = 256;

/** No block of any day that is looked at. */
const NO_BLOCK = -1 << 30;

const untouched = new Int32Array(WIDTH).fill(NO_BLOCK);

/**
 * All times must lie within their day. Days that are closed later on may still be answered: they are closed because a
 * gap of the zone holds them whole, and of a gap's written times no search takes one for a fire.
 */
export function createWritten({ days, times }: Timed, sieve: Sieve | undefined): Written {
  let table = untouched;
  let mask = 0;
  let misses = 0;

  /** Where the table holds a block. It grows while blocks drive each other out. */
  const learn = (block: number): number => {
    if (table === untouched || (misses > 4 * (mask + 1) && mask + 1 < MOST)) {
      const size = table === untouched ? LEAST : Math.min((mask + 1) * 4, MOST);
      table = new Int32Array(size * WIDTH).fill(NO_BLOCK);
      mask = size - 1;
      misses = 0;
    }
    misses++;
    const first = block << 5;
    const place = (block & mask) * WIDTH;
    table[place] = block;
    table[place + OPEN] = days.within(first);
    table[place + AFTER] = days.next(first + 32);
    table[place + BEFORE] = days.previous(first - 1);
    return place;
  };

  const written = {
    time: 0,
    next(day: number, from: number): number {
      while (day <= LAST_DAY) {
        const block = day >> 5;
        let place = (block & mask) * WIDTH;
        if (table[place] !== block) place = learn(block);
        // The day itself and those above it in the block.
        const open = (table[place + OPEN] as number) & (-1 << day);
        const found = open === 0 ? (table[place + AFTER] as number) : (block << 5) + lowest(open);
        if (found !== day) {
          day = found;
          from = 0;
          if (open === 0) continue;
        }
        const time = times.next(day, from);
        if (time < 0) {
          day++;
          from = 0;
          continue;
        }
        const passed = sieve === undefined ? NEVER : sieve.next(day * DAY + time);
        if (sieve === undefined || passed === day * DAY + time) {
          written.time = time;
          return day;
        }
        day = Math.floor(passed / DAY);
        from = (passed - day * DAY) | 0;
      }
      return NO_DAY;
    },
    previous(day: number, to: number): number {
      while (day >= FIRST_DAY) {
        const block = day >> 5;
        let place = (block & mask) * WIDTH;
        if (table[place] !== block) place = learn(block);
        const open = (table[place + OPEN] as number) & (-1 >>> (31 - (day & 31)));
        const found = open === 0 ? (table[place + BEFORE] as number) : (block << 5) + highest(open);
        if (found !== day) {
          day = found;
          to = DAY - 1;
          if (open === 0) continue;
        }
        const time = times.previous(day, to);
        if (time < 0) {
          day--;
          to = DAY - 1;
          continue;
        }
        const passed = sieve === undefined ? NEVER : sieve.previous(day * DAY + time);
        if (sieve === undefined || passed === day * DAY + time) {
          written.time = time;
          return day;
        }
        day = Math.floor(passed / DAY);
        to = (passed - day * DAY) | 0;
      }
      return -NO_DAY;
    },
  };
  return written;
}
