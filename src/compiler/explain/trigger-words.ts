/** A trigger in words, a line a fact. */
import type { CalendarTrigger, Trigger } from "../../runtime/model/index.ts";
import { timesWords } from "./clock-words.ts";
import { daysBefore, daysWords } from "./day-words.ts";
import { lengthWords, listed } from "./lists.ts";
import { pointWords, scopeWords } from "./scope-words.ts";

/** What it does first, then what limits it, then what a change of the clock does. */
export function triggerWords(trigger: Trigger): readonly string[] {
  switch (trigger.kind) {
    case "calendar":
      return [calendarWords(trigger), ...scopeWords(trigger), dstWords(trigger)];
    case "elapsed":
      return [
        `every ${lengthWords(trigger.every)} of elapsed time, counted from ${pointWords(trigger.anchor)}`,
        ...(isEveryDay(trigger.days) ? [] : [`only ${daysWords(trigger.days)}`]),
        ...scopeWords(trigger),
        "changes of the clock mean nothing to it",
      ];
    case "instants":
      return [`once at ${listed(trigger.at.map(pointWords))}`, ...scopeWords(trigger)];
    case "union":
      return unionWords(trigger.of.map(triggerWords));
    case "custom":
      return [`whenever \`${trigger.task}\` says`, ...scopeWords(trigger)];
    case "startup":
      return ["once at each start of the scheduler"];
    case "after":
      return [`after ${listed(trigger.all.map(({ job, ends }) => `${job} ${ends}`))}`];
    case "completion":
      return [
        `${lengthWords(trigger.every)} after its last run has ended, the first time at the start`,
        ...(isEveryDay(trigger.days) ? [] : [`only ${daysWords(trigger.days)}`]),
        ...scopeWords(trigger),
      ];
  }
}

/** A step says by itself that it is one of every day. */
function calendarWords({ days, times }: CalendarTrigger): string {
  return "every" in times && isEveryDay(days) ? timesWords(times) : `${daysBefore(days)} ${timesWords(times)}`;
}

/** Each by its number; what holds for all of them is said once. */
function unionWords(members: readonly (readonly string[])[]): readonly string[] {
  const shared = (members[0] ?? []).filter((line) => members.every((lines) => lines.includes(line)));
  const own = members.flatMap((lines, i) =>
    lines.filter((line) => !shared.includes(line)).map((line) => `(${i + 1}) ${line}`),
  );
  return [...own, ...shared];
}

function isEveryDay(days: CalendarTrigger["days"]): boolean {
  return days.some((rule) => Object.keys(rule).length === 0);
}

function dstWords({ dst, zone }: CalendarTrigger): string {
  if (zone === "UTC") return "UTC has no changes of the clock";
  return `where the clocks change, ${gaps[dst.gap]}, and ${overlaps[dst.overlap]}`;
}

const gaps = {
  after: "a time that is left out happens right after the gap",
  shift: "a time that is left out happens later by the length of the gap",
  skip: "a time that is left out does not happen",
};

const overlaps = {
  first: "a repeated one happens the first time alone",
  second: "a repeated one happens the second time alone",
  both: "a repeated one happens both times",
};
