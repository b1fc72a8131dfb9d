/** A trigger in words, a line a fact. */
import type { CalendarTrigger, Trigger } from "../../runtime/model/index.ts";
import { spoken } from "../analyze/index.ts";
import { timesWords } from "./clock-words.ts";
import { daysWords } from "./day-words.ts";
import { listed } from "./lists.ts";
import { pointWords, scopeWords } from "./scope-words.ts";

/** What it does first, then what limits it, then what a change of the clock does. */
export function triggerWords(trigger: Trigger): readonly string[] {
  switch (trigger.kind) {
    case "calendar":
      return [`${daysWords(trigger.days)} ${timesWords(trigger.times)}`, ...scopeWords(trigger), dstWords(trigger)];
    case "elapsed":
      return [
        `every ${spoken(trigger.every)} of elapsed time, counted from ${pointWords(trigger.anchor)}`,
        ...(isEveryDay(trigger.days) ? [] : [`only ${daysWords(trigger.days)}`]),
        ...scopeWords(trigger),
        "changes of the clock mean nothing to it",
      ];
    case "instants":
      return [`once at ${listed(trigger.at.map(pointWords))}`, ...scopeWords(trigger)];
    case "union":
      return trigger.of.flatMap((member, i) => triggerWords(member).map((line) => `(${i + 1}) ${line}`));
    case "custom":
      return [`whenever \`${trigger.task}\` says`, ...scopeWords(trigger)];
    case "startup":
      return ["once at each start of the scheduler"];
    case "after":
      return [`after ${listed(trigger.all.map(({ job, ends }) => `${job} ${ends}`))}`];
    case "completion":
      return [
        `${spoken(trigger.every)} after its last run has ended, the first time at the start`,
        ...(isEveryDay(trigger.days) ? [] : [`only ${daysWords(trigger.days)}`]),
        ...scopeWords(trigger),
      ];
  }
}

function isEveryDay(days: CalendarTrigger["days"]): boolean {
  return days.some((rule) => Object.keys(rule).length === 0);
}

function dstWords({ dst, zone }: CalendarTrigger): string {
  if (zone === "UTC") return "UTC has no changes of the clock";
  return `when clocks go forward ${gaps[dst.gap]}; when they go back ${overlaps[dst.overlap]}`;
}

const gaps = {
  after: "a time that is left out happens right after the gap",
  shift: "a time that is left out happens later by the length of the gap",
  skip: "what is left out does not happen",
};

const overlaps = {
  first: "a repeated time happens the first time alone",
  second: "a repeated time happens the second time alone",
  both: "a repeated time happens both times",
};
