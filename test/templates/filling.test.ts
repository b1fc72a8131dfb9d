/** A template filled with values fires like the sentence in which these values are written out. */
import fc from "fast-check";
import { check } from "schedc";
import { fires, type Trigger } from "schedc/runtime";
import { describe, expect, test } from "vitest";
import { fillTrigger } from "../../src/runtime/scheduler/template-fill.ts";
import { readValues } from "../../src/runtime/scheduler/template-value.ts";

/** By parameter: its type, how it is given, how it is written out. */
interface Sample {
  readonly type: string;
  readonly given: unknown;
  readonly written: string;
}

const instants = fc
  .tuple(fc.integer({ min: 2000, max: 2030 }), fc.integer({ min: 0, max: 366 * 86_400 - 1 }))
  .map(([year, second]) => new Date(Date.UTC(year, 0, 1) + second * 1000));
const dates = instants.map((instant) => instant.toISOString().slice(0, 10));
const clocks = fc.integer({ min: 0, max: 86_399 }).map((second) => new Date(second * 1000).toISOString().slice(11, 19));
const zones = fc.constantFrom("Europe/Berlin", "America/New_York", "UTC", "Australia/Lord_Howe", "Asia/Kathmandu");

const samples = {
  due: instants.map((instant): Sample => ({ type: "instant", given: instant, written: zulu(instant) })),
  start: dates.map((date): Sample => ({ type: "date", given: date, written: date })),
  clock: clocks.map((clock): Sample => ({ type: "time", given: clock, written: clock })),
  place: zones.map((zone): Sample => ({ type: "zone", given: zone, written: zone })),
} satisfies Record<string, fc.Arbitrary<Sample>>;

function zulu(instant: Date): string {
  return instant.toISOString().replace(".000Z", "Z");
}

const sentences = [
  "once at due in place",
  "once at due, 2026-01-31T09:00 in place",
  "once 3 days before due in place",
  "once 2 weeks after due in place",
  "once 1 month before due in place",
  "once 5 quarters after due in place",
  "once 1 year before due in place",
  "once 90 minutes after due in place",
  "once 3 days before 2026-03-31T22:30:00Z in place",
  "once 1 month after 2026-01-31T09:00 in place",
  "every day at clock in place from start",
  "every day at 9:00, clock in place from due",
  "every weekday 8:00-20:00 at 12:00, clock in place from start",
  "every day 22:00-6:00 at clock in place from due",
  "every 2 weeks on monday at clock from start in place",
  "every 3 days at clock from due in place",
  "every 5 months on the 31st or last day at 0:30 from due in place",
  "every 2 quarters on the 60th day at 9:00 from start in place",
  "every 3 years in feb on the 29th at 9:00 from due in place",
  "every 3 days at 9:00 from 2026-03-31T22:30:00Z in place",
  "every 7 hours from due in place",
  "every 7 hours from start in place",
  "every 15 minutes from start in place",
  "every 15 minutes from due in place",
  "every 2 hours 9-17 from due in place",
  "every day 9:00-17:00 at random from start in place",
  'cron "*/20 9-17 * * mon-fri" from start in place',
  "every day at noon until due in place from 2000-01-01",
  "every day at noon until start in place from 2000-01-01",
];

describe.each(sentences)("%s", (sentence) => {
  test("fires as written out", async () => {
    const used = (Object.keys(samples) as (keyof typeof samples)[]).filter((name) => sentence.includes(name));
    const values = fc.record(Object.fromEntries(used.map((name) => [name, samples[name]])));
    const template = await templateOf(sentence, used);
    await fc.assert(
      fc.asyncProperty(values as fc.Arbitrary<Record<string, Sample>>, async (given) => {
        const reading = { template: "t", params: paramsOf(used), zone: "UTC" };
        const read = readValues(
          reading,
          mapped(given, (one) => one.given),
        );
        const filled = fillTrigger(template, read, "job");
        const written = await triggerOf(writtenOut(sentence, given));
        const from = Date.UTC(1999, 11, 1);
        const limit = { after: from, limit: 40 };
        expect([...fires(filled, limit)]).toEqual([...fires(written, limit)]);
      }),
      { numRuns: 25 },
    );
  });
});

function paramsOf(names: readonly string[]) {
  const types = { due: "instant", start: "date", clock: "time", place: "zone" } as const;
  return Object.fromEntries(names.map((name) => [name, { types: [types[name as keyof typeof types]] }]));
}

function mapped<A, B>(record: Record<string, A>, change: (one: A) => B): Record<string, B> {
  return Object.fromEntries(Object.entries(record).map(([name, one]) => [name, change(one)]));
}

function writtenOut(sentence: string, given: Record<string, Sample>): string {
  return Object.entries(given).reduce(
    (text, [name, { written }]) => text.replaceAll(new RegExp(`\\b${name}\\b`, "g"), written),
    sentence,
  );
}

async function templateOf(sentence: string, used: readonly string[]): Promise<Trigger> {
  const types = { due: "instant", start: "date", clock: "time", place: "zone" } as const;
  const params = ["key: string", ...used.map((name) => `${name}: ${types[name as keyof typeof types]}`)];
  const text = `template t(${params.join(", ")}) {\n  ${sentence}\n  run f(key)\n  id "job:{key}"\n}\n`;
  const { plan, diagnostics } = await check({ files: { "a.sched": text } });
  const [template] = plan.templates;
  if (template === undefined) throw new Error(`${text}\n${JSON.stringify(diagnostics)}`);
  return template.trigger;
}

async function triggerOf(sentence: string): Promise<Trigger> {
  const { plan, diagnostics } = await check({ files: { "a.sched": `${sentence} run f {\n  id "job"\n}\n` } });
  const [job] = plan.jobs;
  if (job === undefined) throw new Error(`${sentence}\n${JSON.stringify(diagnostics)}`);
  return job.trigger;
}
