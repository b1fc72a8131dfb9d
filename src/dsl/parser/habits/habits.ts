/** What people write out of habit, from other tools or from English: the order in which it is looked for. */
import type { Habit } from "../explain/repair.ts";
import { adverb, bareDays, cronLine, crontabLine, doubled, macro } from "./adverbs.ts";
import { bareHour, missingAt, spacedHalf, spelledMinute } from "./clocks.ts";
import {
  bareOrdinal,
  dayBeforeMonth,
  listedDay,
  missingThe,
  numericDate,
  ordinalAfterMonth,
  signedDate,
  splitInstant,
} from "./dates.ts";
import { decimal, minuteOfHour, minutesPast, onTheHour } from "./hours.ts";
import { clauseBehindRun, runFirst, taskFirst } from "./order.ts";
import { phraseHabits } from "./phrases.ts";
import { atRange, between, betweenDates, fromTo, longDash, mixedRange, monthHours, span } from "./ranges.ts";
import {
  bareNth,
  everyMonth,
  everyNthDay,
  everyNthOf,
  everyNthUnit,
  everyOrdinal,
  everyParityWeek,
  missingAnd,
  missingDay,
  missingOn,
  splitDuration,
} from "./recurrence.ts";
import {
  defaultImport,
  jitterAlone,
  missingIn,
  quotedZone,
  superfluousSign,
  trailingComma,
  unquotedCron,
  unquotedText,
  zoneOffset,
} from "./signs.ts";

/** The particular before the general. */
export const habits: readonly Habit[] = [
  ...[cronLine, crontabLine, unquotedCron, macro, adverb, doubled, bareDays, runFirst, taskFirst, defaultImport],
  ...[atRange, minutesPast, onTheHour, minuteOfHour, decimal, zoneOffset, unquotedText, everyMonth],
  ...[bareNth, everyNthOf, everyNthDay, everyNthUnit, everyOrdinal, everyParityWeek, splitDuration, missingDay],
  ...[signedDate, numericDate, listedDay, between, betweenDates, fromTo, longDash, mixedRange, monthHours, span],
  ...[splitInstant, dayBeforeMonth, ordinalAfterMonth, missingThe],
  ...[spelledMinute, spacedHalf, bareHour, bareOrdinal],
  clauseBehindRun,
  ...[quotedZone, missingIn, jitterAlone, trailingComma, superfluousSign],
  ...phraseHabits,
  missingAt,
  missingAnd,
  missingOn,
];
