/** What people write out of habit, from other tools or from English: the order in which it is looked for. */
import type { Habit } from "../explain/repair.ts";
import { adverb, bareDays, cronLine, doubled, macro, runFirst } from "./adverbs.ts";
import { bareHour, missingAt, spacedHalf } from "./clocks.ts";
import { bareOrdinal, dayBeforeMonth, missingThe, numericDate, ordinalAfterMonth, splitInstant } from "./dates.ts";
import { phraseHabits } from "./phrases.ts";
import { between, betweenDates, fromTo, longDash, mixedRange, monthHours, span } from "./ranges.ts";
import { everyNthDay, everyNthUnit, everyOrdinal, splitDuration } from "./recurrence.ts";
import { defaultImport, missingIn, quotedZone, superfluousSign, trailingComma, unquotedCron } from "./signs.ts";

/** The particular before the general. */
export const habits: readonly Habit[] = [
  ...[cronLine, unquotedCron, macro, adverb, doubled, bareDays, runFirst, defaultImport],
  ...[everyNthDay, everyNthUnit, everyOrdinal, splitDuration],
  ...[numericDate, between, betweenDates, fromTo, longDash, mixedRange, monthHours, span],
  ...[splitInstant, dayBeforeMonth, ordinalAfterMonth, missingThe],
  ...[spacedHalf, bareHour, bareOrdinal],
  ...[quotedZone, missingIn, trailingComma, superfluousSign],
  ...phraseHabits,
  missingAt,
];
