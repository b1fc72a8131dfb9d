/** What people write out of habit, from other tools or from English: the order in which it is looked for. */
import type { Habit } from "../explain/repair.ts";
import { adverb, bareDays, cronLine, doubled, macro, runFirst } from "./adverbs.ts";
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
import { phraseHabits } from "./phrases.ts";
import { between, betweenDates, fromTo, longDash, mixedRange, monthHours, span } from "./ranges.ts";
import {
  bareNth,
  everyNthDay,
  everyNthUnit,
  everyOrdinal,
  everyParityWeek,
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
} from "./signs.ts";

/** The particular before the general. */
export const habits: readonly Habit[] = [
  ...[cronLine, unquotedCron, macro, adverb, doubled, bareDays, runFirst, defaultImport],
  ...[bareNth, everyNthDay, everyNthUnit, everyOrdinal, everyParityWeek, splitDuration, missingDay],
  ...[signedDate, numericDate, listedDay, between, betweenDates, fromTo, longDash, mixedRange, monthHours, span],
  ...[splitInstant, dayBeforeMonth, ordinalAfterMonth, missingThe],
  ...[spelledMinute, spacedHalf, bareHour, bareOrdinal],
  ...[quotedZone, missingIn, jitterAlone, trailingComma, superfluousSign],
  ...phraseHabits,
  missingAt,
  missingOn,
];
