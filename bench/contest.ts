/** One line in one direction: who answers, who answers otherwise than we do, and what an answer costs. */
import { performance } from "node:perf_hooks";
import { prepare } from "../src/runtime/index.ts";
import { type Line, triggerOf } from "./lines.ts";
import { type Ask, peers } from "./peers.ts";

export type Direction = "next" | "previous";

export interface Score {
  readonly name: string;
  /** Nanoseconds an answer, the median of all rounds. */
  readonly ns: number;
  /** Of how many starts the answer was another than ours. */
  readonly wrong: number;
  readonly asked: number;
}

export interface Result {
  readonly line: string;
  readonly direction: Direction;
  /** Ourselves first, then peers from the fastest on. */
  readonly scores: readonly Score[];
  /** Nanoseconds of each part of a union asked alone, together. */
  readonly parts: number;
}

interface Contender {
  readonly name: string;
  readonly ask: Ask;
  readonly starts: readonly number[];
  /** Passes over its starts that fill a batch. */
  readonly passes: number;
  readonly wrong: number;
  readonly asked: number;
}

const ROUNDS = 11;
/** Milliseconds of one batch, long enough for the clock and short enough that machine noise hits all alike. */
const BATCH = 2;
const STARTS = 4096;
/** Starts on which answers are compared; also the most that a peer is timed on. */
const COMPARED = 200;

/** Random starts between 2024 and 2034, the same in every run. */
export function randomStarts(count: number): readonly number[] {
  const [from, until] = [Date.UTC(2024, 0, 1), Date.UTC(2034, 0, 1)];
  let state = 20_261_124;
  // An array of plain floats would box each number anew as it is passed on: a first element of another kind keeps boxes.
  const starts: unknown[] = [""];
  for (let at = 0; at < count; at++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    starts.push(Math.floor(from + (state / 2 ** 32) * (until - from)));
  }
  starts.shift();
  return starts as readonly number[];
}

/** Where results go, so that no engine may leave the work undone. */
export let sink = 0;

function batch(ask: Ask, starts: readonly number[], passes: number): number {
  // Summed up here, since a sum outside would be boxed at each answer.
  let sum = 0;
  const began = performance.now();
  for (let pass = 0; pass < passes; pass++) for (const start of starts) sum += ask(start) ?? 0;
  const took = performance.now() - began;
  sink += sum;
  return (took * 1e6) / (passes * starts.length);
}

/** Paired: in every round each contender runs one batch, each round begins with another of them. */
export function contest(line: Line, direction: Direction): Result {
  const starts = randomStarts(STARTS);
  const ours = prepare(triggerOf(line))[direction];
  const parts = line.parts.map(({ trigger }) => prepare(trigger)[direction]);
  const contenders = [
    contender("schedc", ours, starts, ours),
    ...parts.map((ask, at) => contender(`part ${at}`, ask, starts, ask)),
    ...peers.flatMap(({ name, prepare }) => {
      const ask = peerAsk(line, direction, prepare);
      return ask ? [contender(name, ask, starts.slice(0, COMPARED), ours)] : [];
    }),
  ];
  const times = contenders.map((): number[] => []);
  for (let round = 0; round < ROUNDS; round++) {
    for (let turn = 0; turn < contenders.length; turn++) {
      const at = (turn + round) % contenders.length;
      const { ask, starts, passes } = contenders[at] as Contender;
      times[at]?.push(batch(ask, starts, passes));
    }
  }
  const scores = contenders.map(({ name, wrong, asked }, at) => ({ name, ns: median(times[at] ?? []), wrong, asked }));
  const own = scores.filter(({ name }) => name.startsWith("part "));
  const [first, ...others] = scores.filter((score) => !own.includes(score));
  return {
    line: line.name,
    direction,
    scores: [...(first ? [first] : []), ...others.sort((a, b) => a.ns - b.ns)],
    parts: own.reduce((sum, { ns }) => sum + ns, 0),
  };
}

/** Warms a contender up, compares its answers and finds out how many passes fill a batch. */
function contender(name: string, ask: Ask, starts: readonly number[], ours: Ask): Contender {
  const began = performance.now();
  let wrong = 0;
  let asked = 0;
  let throws = false;
  const safe: Ask = (instant) => {
    try {
      return ask(instant);
    } catch {
      throws = true;
      return Number.NaN;
    }
  };
  for (const start of starts.slice(0, COMPARED)) {
    if (asked >= 16 && performance.now() - began > 2000) break;
    if (safe(start) !== ours(start)) wrong++;
    asked++;
  }
  const measured = asked < COMPARED ? starts.slice(0, 8) : starts;
  const timed = throws ? safe : ask;
  const warmed = performance.now();
  batch(timed, measured, 1);
  const once = performance.now() - warmed;
  return { name, ask: timed, wrong, asked, starts: measured, passes: Math.max(1, Math.ceil(BATCH / once)) };
}

/** A peer over all parts of a line; undefined where it cannot say one of them or not look that way. */
function peerAsk(line: Line, direction: Direction, prepare: (typeof peers)[number]["prepare"]): Ask | undefined {
  const asks: Ask[] = [];
  for (const part of line.parts) {
    try {
      const ask = prepare(part)?.[direction];
      if (ask === undefined) return undefined;
      asks.push(ask);
    } catch {
      return undefined;
    }
  }
  const [only] = asks;
  if (only && asks.length === 1) return only;
  return (instant) => {
    const found = asks.map((ask) => ask(instant)).filter((at) => at !== undefined);
    return direction === "next" ? Math.min(...found) : Math.max(...found);
  };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? Number.NaN;
}
