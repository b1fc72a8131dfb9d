/** The others, each prepared once for a line and asked in its own words; undefined where it cannot say the line. */
import later from "@breejs/later";
import { CronTime } from "cron";
import { CronExpressionParser } from "cron-parser";
import { parseCronExpression } from "cron-schedule";
import { Cron } from "croner";
import { CronosExpression } from "cronosjs";
import { Cron as EffectCron } from "effect";
import schedule from "node-schedule";
import { RRuleTemporal } from "rrule-temporal";
import type { Part } from "./lines.ts";

/** From an instant to the nearest fire after or before it; undefined for none. */
export type Ask = (instant: number) => number | undefined;

export interface Prepared {
  readonly next?: Ask;
  readonly previous?: Ask;
}

export interface Peer {
  readonly name: string;
  /** Throws or gives undefined where the peer cannot say the part. */
  readonly prepare: (part: Part) => Prepared | undefined;
}

const time = (date: Date | null | undefined | 0): number | undefined => (date ? date.getTime() : undefined);

/** A peer that reads cron fields; `utc` for one that knows no zones. */
function cronPeer(
  name: string,
  prepare: (cron: string, zone: string) => Prepared,
  knows: "zones" | "utc" = "zones",
): Peer {
  return {
    name,
    prepare: ({ cron, zone }) =>
      cron === undefined || (knows === "utc" && zone !== "UTC") ? undefined : prepare(cron, zone),
  };
}

later.date.UTC();

export const peers: readonly Peer[] = [
  cronPeer("croner", (cron, timezone) => {
    const job = new Cron(cron.replace("5L", "5#L"), { timezone, paused: true });
    return {
      next: (instant) => time(job.nextRun(new Date(instant))),
      previous: (instant) => time(job.previousRuns(1, new Date(instant))[0]),
    };
  }),
  cronPeer("cron-parser", (cron, tz) => {
    const expression = CronExpressionParser.parse(cron, { tz });
    return {
      next: (instant) => {
        expression.reset(new Date(instant));
        return expression.next().getTime();
      },
      previous: (instant) => {
        expression.reset(new Date(instant));
        return expression.prev().getTime();
      },
    };
  }),
  cronPeer(
    "cron-schedule",
    (text) => {
      const cron = parseCronExpression(text);
      return {
        next: (instant) => time(cron.getNextDate(new Date(instant))),
        previous: (instant) => time(cron.getPrevDate(new Date(instant))),
      };
    },
    "utc",
  ),
  {
    name: "rrule-temporal",
    prepare: ({ rrule, exdates, zone }) => {
      if (rrule === undefined) return undefined;
      const start = rrule.includes("BYHOUR") ? "20200106T090000" : "20200106T000000";
      const skipped = exdates ? `\nEXDATE;TZID=${zone}:${exdates.join(",")}` : "";
      const rule = new RRuleTemporal({ rruleString: `DTSTART;TZID=${zone}:${start}\nRRULE:${rrule}${skipped}` });
      return {
        next: (instant) => rule.next(new Date(instant))?.epochMilliseconds,
        previous: (instant) => rule.previous(new Date(instant))?.epochMilliseconds,
      };
    },
  },
  cronPeer("cronosjs", (cron, timezone) => {
    const expression = CronosExpression.parse(cron, { timezone });
    return { next: (instant) => time(expression.nextDate(new Date(instant))) };
  }),
  cronPeer(
    "later",
    (cron) => {
      const sched = later.schedule(later.parse.cron(cron, true));
      return {
        // It gives back the start's own milliseconds, so it is asked by the whole second.
        next: (instant) => time(sched.next(1, new Date(Math.floor(instant / 1000) * 1000 + 1000))),
        previous: (instant) => time(sched.prev(1, new Date(Math.ceil(instant / 1000) * 1000 - 1000))),
      };
    },
    "utc",
  ),
  cronPeer("cron", (cron, zone) => {
    const parsed = new CronTime(cron, zone);
    return { next: (instant) => parsed.getNextDateFrom(new Date(instant), zone).toMillis() };
  }),
  {
    name: "node-schedule",
    prepare: ({ cron, zone }) => {
      const rule = recurrenceOf(cron);
      if (rule === undefined) return undefined;
      rule.tz = zone;
      return { next: (instant) => time(rule.nextInvocationDate(new Date(instant))) };
    },
  },
  cronPeer("effect", (text, zone) => {
    const cron = EffectCron.parseUnsafe(text, zone);
    return {
      next: (instant) => time(EffectCron.next(cron, new Date(instant))),
      previous: (instant) => time(EffectCron.prev(cron, new Date(instant))),
    };
  }),
];

/** The rule object of node-schedule, whose cron strings answer only from now on. */
function recurrenceOf(cron: string | undefined): InstanceType<typeof schedule.RecurrenceRule> | undefined {
  const { Range, RecurrenceRule } = schedule;
  const rule = new RecurrenceRule();
  switch (cron) {
    case "0 * * * * *":
      return rule;
    case "*/5 * * * * *":
      rule.second = [new Range(0, 59, 5)];
      return rule;
    case "0 30 9-17 * * 1-5":
      rule.minute = 30;
      rule.hour = [new Range(9, 17)];
      rule.dayOfWeek = [new Range(1, 5)];
      return rule;
    case "0 0 9 29 2 *":
      rule.minute = 0;
      rule.hour = 9;
      rule.date = 29;
      rule.month = 1;
      return rule;
    default:
      return undefined;
  }
}
