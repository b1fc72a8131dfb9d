/**
 * Written times whose days keep them all: nothing runs on past midnight. Most triggers are so, and here they are fast.
 *
 * The open days are remembered in blocks of 32, a day's number without its last five bits: no month, no year, no
 * division on the way to them. With its days a block holds the nearest open ones outside it, so that a rare day costs
 * no more than a frequent one.
 */
import { highest, lowest } from "./bits.ts";
import { DAY } from "./civil.ts";
import type { DayTimes } from "./day-times.ts";
import type { Days } from "./days.ts";
import { BEFORE_ALL, FIRST_DAY, LAST_DAY, NEVER } from "./range.ts";
import type { Written } from "./written.ts";

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
 * `times.last` must lie within the day. Days that are closed later on may still be answered: they are closed because a
 * gap of the zone holds them whole, and of a gap's written times no search takes one for a fire.
 */
export function createSameDay(days: Days, times: DayTimes): Written {
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
    let open = 0;
    let day = days.next(first);
    for (; day < first + 32; day = days.next(day + 1)) open |= 1 << (day - first);
    const place = (block & mask) * WIDTH;
    table[place] = block;
    table[place + OPEN] = open;
    table[place + AFTER] = day;
    table[place + BEFORE] = days.previous(first - 1);
    return place;
  };

  return {
    next(local) {
      let day = Math.floor(local / DAY);
      let from = local - day * DAY;
      if (day < FIRST_DAY) {
        day = FIRST_DAY;
        from = 0;
      }
      while (day <= LAST_DAY) {
        const block = day >> 5;
        let place = (block & mask) * WIDTH;
        if (table[place] !== block) place = learn(block);
        // The day itself and those above it in the block.
        const open = (table[place + OPEN] as number) & (-1 << day);
        if (open === 0) day = table[place + AFTER] as number;
        else {
          const found = (block << 5) + lowest(open);
          const time = times.next(found, found === day ? from : 0);
          if (time >= 0) return found * DAY + time;
          day = found + 1;
        }
        from = 0;
      }
      return NEVER;
    },
    previous(local) {
      let day = Math.floor(local / DAY);
      let to = local - day * DAY;
      if (day > LAST_DAY) {
        day = LAST_DAY;
        to = DAY - 1;
      }
      while (day >= FIRST_DAY) {
        const block = day >> 5;
        let place = (block & mask) * WIDTH;
        if (table[place] !== block) place = learn(block);
        const open = (table[place + OPEN] as number) & (-1 >>> (31 - (day & 31)));
        if (open === 0) day = table[place + BEFORE] as number;
        else {
          const found = (block << 5) + highest(open);
          const time = times.previous(found, found === day ? to : DAY - 1);
          if (time >= 0) return found * DAY + time;
          day = found - 1;
        }
        to = DAY - 1;
      }
      return BEFORE_ALL;
    },
  };
}
