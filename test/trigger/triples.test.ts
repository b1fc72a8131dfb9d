/**
 * Random triggers in random zones asked at random instants: whichever way a fire is come upon, it is the same.
 *
 * `SEED=n` reruns a run; `TRIPLES=n` holds so many of trigger, zone and instant. The counts that it prints are those of
 * what was held.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Trigger } from "../../src/runtime/model/index.ts";
import { type PreparedTrigger, prepare } from "../../src/runtime/trigger/index.ts";
import { dayCase, minuteCase, secondCase } from "./generators/cases.ts";
import { workdayCase, workdayWindowCase } from "./generators/workdays.ts";

const seed = Number(process.env.SEED ?? 20_260_308);

const KINDS = 5;
const INSTANTS = 60;
/** Of each kind. */
const triggers = Math.ceil(Number(process.env.TRIPLES ?? 12_000) / KINDS / INSTANTS);

/** Drawn and held so many at a time, so that a long run needs no more memory than a short one. */
const TOGETHER = 100;

/** Instants near the span in which a trigger was made to do something, and seldom years away. */
function instantsAround(from: number, until: number, draw: () => number): readonly number[] {
  return Array.from({ length: INSTANTS }, (_, at) => {
    const wide = at % 10 === 0 ? 400 * (until - from) : 2 * (until - from);
    return Math.floor((from + (draw() - 0.25) * wide) * 1000);
  });
}

/** What is wrong around an instant; undefined where all holds. */
function wrongAt({ next, previous, has }: PreparedTrigger, instant: number): string | undefined {
  const after = next(instant);
  const upTo = previous(instant + 1);
  if (after !== undefined) {
    if (!(after > instant)) return "the next fire is not later";
    const before = previous(after);
    if (before !== undefined && before > instant) return "a fire lies before the next one";
    if (before !== upTo) return "the fire before the next one is not the last";
    if (!has(after)) return "the next fire is none";
  }
  if (upTo !== undefined) {
    if (upTo > instant) return "the last fire is not earlier";
    if (!has(upTo)) return "the last fire is none";
    if (next(upTo) !== after) return "the fire after the last one is not the next";
  }
  return has(instant) === (upTo === instant) ? undefined : "membership and search differ";
}

/** The zones of a trigger's members. */
function zonesOf(trigger: Trigger): readonly string[] {
  return trigger.kind === "union" ? trigger.of.flatMap(zonesOf) : "zone" in trigger ? [trigger.zone] : [];
}

describe(`random triggers at random instants (SEED=${seed})`, () => {
  it.each([
    ["by the minute", minuteCase],
    ["by the second", secondCase],
    ["over many days", dayCase],
    ["on workdays", workdayCase],
    ["in windows of workdays", workdayWindowCase],
  ])(
    "fire as one set %s",
    (name, cases) => {
      const zones = new Set<string>();
      let triples = 0;
      let fired = 0;
      // From the trigger's JSON on, in milliseconds; told, not held.
      const firstAnswers: number[] = [];
      // Plain draws: what fails is named by its trigger and instant, and is not to be made smaller.
      const draw = createDraw(seed);
      for (let made = 0; made < triggers; made += TOGETHER) {
        const numRuns = Math.min(TOGETHER, triggers - made);
        for (const { trigger, from, until } of fc.sample(cases, { seed: seed + made, numRuns })) {
          const begun = performance.now();
          const prepared = prepare(trigger);
          prepared.next(from * 1000);
          firstAnswers.push(performance.now() - begun);
          for (const zone of zonesOf(trigger)) zones.add(zone);
          for (const instant of instantsAround(from, until, draw)) {
            const wrong = wrongAt(prepared, instant);
            if (wrong) expect.fail(`${wrong} at ${new Date(instant).toISOString()}: ${JSON.stringify(trigger)}`);
            triples++;
            if (prepared.next(instant) !== undefined) fired++;
          }
        }
      }
      firstAnswers.sort((a, b) => a - b);
      const within = (share: number): string =>
        (firstAnswers[Math.ceil(share * firstAnswers.length) - 1] as number).toFixed(2);
      console.log(
        `${name}: ${triples} triples, ${fired} with a fire to come, ${triggers} triggers, ${zones.size} zones; ` +
          `first answer in ${within(0.5)} ms, 99 of 100 in ${within(0.99)}, all in ${within(1)}`,
      );
      expect(fired).toBeGreaterThan(triples / 4);
    },
    Math.max(60_000, triggers * 1500),
  );
});

/** Numbers from 0 up to 1, the same for a seed on every machine. */
function createDraw(start: number): () => number {
  let state = start >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
