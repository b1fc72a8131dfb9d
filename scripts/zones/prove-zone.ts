/**
 * Holds the engine's zones against `Intl`, which is asked in a way that shares nothing with how the rules were made: by its
 * own names for offsets, walking in small steps.
 */
import { localTime, offsetAt, transitions } from "../../src/runtime/trigger/index.ts";

export interface Proof {
  /** What is wrong, in words; nothing when all is right. */
  readonly wrong: readonly string[];
  readonly transitions: number;
  readonly instants: number;
}

export interface ProofSpan {
  /** Epoch milliseconds. */
  readonly from: number;
  readonly until: number;
  /** How many instants are drawn beside those around each change. */
  readonly draws: number;
  /** Gives numbers from 0 up to 1. */
  readonly random: () => number;
}

/** Below the week that is the shortest time for which a zone has kept an offset. */
const STEP = 5 * 86_400;

export function proveZone(zone: string, { from, until, draws, random }: ProofSpan): Proof {
  const read = offsetReader(zone);
  const wrong: string[] = [];
  const walked = walk(read, from / 1000, until / 1000);
  const found = transitions(zone, from, until).map((one) => `${iso(one.at)} ${one.before} ${one.after}`);
  const wanted = walked.map((one) => `${iso(one.at * 1000)} ${one.before} ${one.after}`);
  wrong.push(...wanted.filter((one) => !found.includes(one)).map((one) => `${zone}: misses ${one}`));
  wrong.push(...found.filter((one) => !wanted.includes(one)).map((one) => `${zone}: invents ${one}`));
  const near = walked.flatMap(({ at }) => [at - 1, at, at + 1]);
  const drawn = Array.from({ length: draws }, () => Math.floor((from + random() * (until - from)) / 1000));
  // From place to place in no order, as a cursor is never led by time.
  for (const second of [...near.toReversed(), ...drawn]) {
    const offset = read(second);
    const answer = offsetAt(zone, second * 1000);
    if (answer !== offset) wrong.push(`${zone}: ${iso(second * 1000)} has ${answer} for ${offset}`);
    const { date, seconds } = localTime(zone, second * 1000);
    const shown = iso((second + offset) * 1000);
    if (shown !== iso(Date.parse(`${date}T00:00:00Z`) + seconds * 1000))
      wrong.push(`${zone}: ${shown} shown as ${date}`);
  }
  return { wrong, transitions: walked.length, instants: near.length + drawn.length };
}

interface Change {
  /** The first second of the new offset. */
  readonly at: number;
  readonly before: number;
  readonly after: number;
}

function walk(read: (second: number) => number, from: number, until: number): readonly Change[] {
  const changes: Change[] = [];
  let before = read(from);
  for (let low = from; low < until; ) {
    const high = Math.min(low + STEP, until);
    if (read(high) === before) {
      low = high;
      continue;
    }
    let same = low;
    let other = high;
    while (other - same > 1) {
      const middle = Math.floor((same + other) / 2);
      if (read(middle) === before) same = middle;
      else other = middle;
    }
    changes.push({ at: other, before, after: read(other) });
    before = read(other);
    low = other;
  }
  return changes;
}

/** The offset in seconds at an instant in seconds. */
function offsetReader(zone: string): (second: number) => number {
  const format = new Intl.DateTimeFormat("en-US", { timeZone: zone, timeZoneName: "longOffset", year: "numeric" });
  return (second) => {
    const text = format.format(second * 1000);
    const [, sign, hours = 0, minutes = 0, seconds = 0] =
      /GMT(?:([+-])(\d\d):(\d\d)(?::(\d\d))?)?$/.exec(text) ?? raise(text);
    const size = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
    return sign === "-" ? -size : size;
  };
}

function raise(text: string): never {
  throw new Error(`Intl names an offset "${text}"`);
}

function iso(instant: number): string {
  return new Date(instant).toISOString();
}
