/**
 * A zone's history as a table: its segments, and for each block of 32 days the segment in which the block begins.
 *
 * So whoever has an instant has its segment by one look and, seldom, a step on, with nothing kept from question to
 * question. Stretches of time are read when something in them is asked for, each once.
 */
import { DAY, DAY_MS } from "./civil.ts";
import { BEFORE_ALL, FIRST_SECOND, LAST_SECOND, NEVER } from "./range.ts";
import type { Zone, ZoneCursor } from "./zone-cursor.ts";

/** Wide enough for whoever is near the ends of the span of fire times. */
const FIRST_BLOCK = Math.floor(FIRST_SECOND / DAY - 400) >> 5;
const LAST_BLOCK = Math.floor(LAST_SECOND / DAY + 400) >> 5;
const BLOCKS = LAST_BLOCK - FIRST_BLOCK + 1;

/** The first second of a block, counted from the first block. */
function blockStart(block: number): number {
  return ((block + FIRST_BLOCK) << 5) * DAY;
}

/** The numbers of a segment, in milliseconds: where it begins and, not within, ends. */
const START = 0;
const END = 1;
/** Likewise the part that is clear of the changes at both ends, as `near.ts` wants it. */
export const CLEAR_START = 2;
export const CLEAR_END = 3;
/** What is added to UTC for local time, in the segment, before it and after it. */
export const OFFSET = 4;
const BEFORE = 5;
const AFTER = 6;
const WIDTH = 7;

/** The segment of a block that is not read yet: it holds no instant. */
const UNREAD = 0;
const NOWHERE = [NEVER, NEVER, NEVER, BEFORE_ALL, 0, 0, 0];

/** Changes of an offset, in seconds: `starts[i]` is where `offsets[i]` begins, `before` the offset until the first. */
export interface Stretch {
  readonly before: number;
  readonly starts: readonly number[];
  readonly offsets: readonly number[];
  /** Where the last offset ends. One that begins at the end or past it only tells what comes after the one before. */
  readonly end: number;
}

export interface ZoneTable {
  /** For each block its segment. */
  readonly blocks: Uint16Array;
  /** The numbers of all segments read so far. */
  readonly segments: number[];
  /** Gives the changes between two seconds. */
  readonly read: (from: number, until: number) => Stretch;
  /** The blocks that are read together. */
  readonly together: number;
}

/** What `read` gives must show a change close to either end of its stretch from both sides. */
export function createTable(read: ZoneTable["read"], together = BLOCKS): ZoneTable {
  return { blocks: new Uint16Array(BLOCKS), segments: [...NOWHERE], read, together };
}

/** The place in `segments` of the one that holds an instant, given as a day in UTC and the milliseconds since it began. */
export function segmentAt(table: ZoneTable, day: number, time: number): number {
  const instant = day * DAY_MS + time;
  const block = (day >> 5) - FIRST_BLOCK;
  let at = table.blocks[block] as number;
  if (at === UNREAD) at = readBlock(table, block);
  let place = at * WIDTH;
  while ((table.segments[place + END] as number) <= instant) place += WIDTH;
  return place;
}

/** Reads the stretch that holds a block. */
function readBlock(table: ZoneTable, wanted: number): number {
  const { blocks, segments, together } = table;
  const first = wanted - (wanted % together);
  const stop = Math.min(first + together, BLOCKS);
  const until = blockStart(stop);
  const { before, starts, offsets, end } = table.read(blockStart(first), until);
  let at = segments.length / WIDTH;
  for (const [place, offset] of offsets.entries()) {
    if ((starts[place] as number) >= until) break;
    // What holds at the table's ends holds on.
    const start = place === 0 && first === 0 ? BEFORE_ALL : (starts[place] as number);
    const shown = starts[place + 1] ?? end;
    const next = shown >= until && stop === BLOCKS ? NEVER : shown;
    const [earlier, later] = [offsets[place - 1] ?? before, offsets[place + 1] ?? offset];
    // A gap ends in what it moved, an overlap begins before what it shows again and ends past it.
    const clearStart = start + Math.abs(offset - earlier);
    const clearEnd = next - Math.max(offset - later, 0);
    for (const second of [start, next, clearStart, clearEnd, offset, earlier, later]) segments.push(second * 1000);
  }
  for (let block = first; block < stop; block++) {
    while ((segments[at * WIDTH + END] as number) <= blockStart(block) * 1000) at++;
    blocks[block] = at;
  }
  return blocks[wanted] as number;
}

/** A zone that is read from a table, made when the first cursor is asked for. */
export function tableZone(name: string, create: () => ZoneTable): Zone {
  let made: ZoneTable | undefined;
  const table = (): ZoneTable => (made ??= create());
  return { name, table, cursor: () => createCursor(table()) };
}

function createCursor(table: ZoneTable): ZoneCursor {
  const cursor = {
    start: 0,
    end: 0,
    offset: 0,
    before: 0,
    after: 0,
    seek(second: number): void {
      if (second >= cursor.start && second < cursor.end) return;
      const day = Math.max(FIRST_BLOCK << 5, Math.min((LAST_BLOCK << 5) + 31, Math.floor(second / DAY)));
      const place = segmentAt(table, day, (second - day * DAY) * 1000);
      const { segments } = table;
      cursor.start = (segments[place + START] as number) / 1000;
      cursor.end = (segments[place + END] as number) / 1000;
      cursor.offset = (segments[place + OFFSET] as number) / 1000;
      cursor.before = (segments[place + BEFORE] as number) / 1000;
      cursor.after = (segments[place + AFTER] as number) / 1000;
    },
  };
  return cursor;
}
