/** Every rule about one file. Their order means nothing: findings are sorted by place. */
import { calendarEntries } from "./rules/calendar-entries.rule.ts";
import { calendarOtherWeekend } from "./rules/calendar-other-weekend.rule.ts";
import { dayBackwardDates } from "./rules/day-backward-dates.rule.ts";
import { dayBackwardRange } from "./rules/day-backward-range.rule.ts";
import { dayClampMisplaced } from "./rules/day-clamp-misplaced.rule.ts";
import { dayDateInPeriod } from "./rules/day-date-in-period.rule.ts";
import { dayLeapDay } from "./rules/day-leap-day.rule.ts";
import { dayMissing } from "./rules/day-missing.rule.ts";
import { dayOffsetUnit } from "./rules/day-offset-unit.rule.ts";
import { dayOrdinalInWeek } from "./rules/day-ordinal-in-week.rule.ts";
import { dayOutOfRange } from "./rules/day-out-of-range.rule.ts";
import { dayQuarterInMonths } from "./rules/day-quarter-in-months.rule.ts";
import { dayShortMonth } from "./rules/day-short-month.rule.ts";
import { dayWeekParity } from "./rules/day-week-parity.rule.ts";
import { dayWeekdayInPeriod } from "./rules/day-weekday-in-period.rule.ts";
import { dayWorkdayNeedsCalendar } from "./rules/day-workday-needs-calendar.rule.ts";
import { dayWrongSide } from "./rules/day-wrong-side.rule.ts";
import { dayYearOutOfRange } from "./rules/day-year-out-of-range.rule.ts";
import { jobBadId } from "./rules/job-bad-id.rule.ts";
import { jobParts } from "./rules/job-parts.rule.ts";
import { jobRenamedToItself } from "./rules/job-renamed-to-itself.rule.ts";
import { jobTwoDefaults } from "./rules/job-two-defaults.rule.ts";
import { nameDuplicate } from "./rules/name-duplicate.rule.ts";
import { nameDuplicateKey } from "./rules/name-duplicate-key.rule.ts";
import { nameImports } from "./rules/name-imports.rule.ts";
import { nameNotATask } from "./rules/name-not-a-task.rule.ts";
import { nameReserved } from "./rules/name-reserved.rule.ts";
import { nameUnknownParameter } from "./rules/name-unknown-parameter.rule.ts";
import { nameUnknownReference } from "./rules/name-unknown-reference.rule.ts";
import { nameUnknownValue } from "./rules/name-unknown-value.rule.ts";
import { nameUnknownWindow } from "./rules/name-unknown-window.rule.ts";
import { nameUnusedImport } from "./rules/name-unused-import.rule.ts";
import { policyAgainstStep } from "./rules/policy-against-step.rule.ts";
import { policyDstRulesNothing } from "./rules/policy-dst-rules-nothing.rule.ts";
import { policyDuplicate } from "./rules/policy-duplicate.rule.ts";
import { policyIdleParts } from "./rules/policy-idle-parts.rule.ts";
import { policyLengths } from "./rules/policy-lengths.rule.ts";
import { policyMaxRulesNothing } from "./rules/policy-max-rules-nothing.rule.ts";
import { policyMisplaced } from "./rules/policy-misplaced.rule.ts";
import { policyNeedsDurableStore } from "./rules/policy-needs-durable-store.rule.ts";
import { policyOutOfRange } from "./rules/policy-out-of-range.rule.ts";
import { policyRetry } from "./rules/policy-retry.rule.ts";
import { policyTexts } from "./rules/policy-texts.rule.ts";
import { templateExpectation } from "./rules/template-expectation.rule.ts";
import { templateId } from "./rules/template-id.rule.ts";
import { templateParameters } from "./rules/template-parameters.rule.ts";
import { templateUses } from "./rules/template-uses.rule.ts";
import { timeClockUnderStep } from "./rules/time-clock-under-step.rule.ts";
import { timeEmptyRange } from "./rules/time-empty-range.rule.ts";
import { timeEndOfDay } from "./rules/time-end-of-day.rule.ts";
import { timeHoursAfterMonth } from "./rules/time-hours-after-month.rule.ts";
import { timeMinuteUnderStep } from "./rules/time-minute-under-step.rule.ts";
import { timeMissing } from "./rules/time-missing.rule.ts";
import { timeMissingHour } from "./rules/time-missing-hour.rule.ts";
import { timeMixedAt } from "./rules/time-mixed-at.rule.ts";
import { timeOffsetLeavesDay } from "./rules/time-offset-leaves-day.rule.ts";
import { timeRandomNeedsDays } from "./rules/time-random-needs-days.rule.ts";
import { timeRandomNeedsRange } from "./rules/time-random-needs-range.rule.ts";
import { timeRangeWithoutStep } from "./rules/time-range-without-step.rule.ts";
import { timeStepLongerThanRange } from "./rules/time-step-longer-than-range.rule.ts";
import { timeStepNeedsAnchor } from "./rules/time-step-needs-anchor.rule.ts";
import { timeTooLong } from "./rules/time-too-long.rule.ts";
import { timeTwoTimes } from "./rules/time-two-times.rule.ts";
import { timeWholeDayHours } from "./rules/time-whole-day-hours.rule.ts";
import { triggerCompletionClause } from "./rules/trigger-completion-clause.rule.ts";
import { triggerCount } from "./rules/trigger-count.rule.ts";
import { triggerDuplicateClause } from "./rules/trigger-duplicate-clause.rule.ts";
import { triggerNeedsPhase } from "./rules/trigger-needs-phase.rule.ts";
import { triggerUntilBeforeFrom } from "./rules/trigger-until-before-from.rule.ts";
import { triggerValueInCustom } from "./rules/trigger-value-in-custom.rule.ts";
import { zoneUnknown } from "./rules/zone-unknown.rule.ts";
import { zoneWindowDiffers } from "./rules/zone-window-differs.rule.ts";
import type { Rule } from "./view.ts";

export const rules: readonly Rule[] = [
  calendarEntries,
  calendarOtherWeekend,
  dayBackwardDates,
  dayBackwardRange,
  dayClampMisplaced,
  dayDateInPeriod,
  dayLeapDay,
  dayMissing,
  dayOffsetUnit,
  dayOrdinalInWeek,
  dayOutOfRange,
  dayQuarterInMonths,
  dayShortMonth,
  dayWeekParity,
  dayWeekdayInPeriod,
  dayWorkdayNeedsCalendar,
  dayWrongSide,
  dayYearOutOfRange,
  jobBadId,
  jobParts,
  jobRenamedToItself,
  jobTwoDefaults,
  nameDuplicateKey,
  nameDuplicate,
  nameImports,
  nameNotATask,
  nameReserved,
  nameUnknownParameter,
  nameUnknownReference,
  nameUnknownValue,
  nameUnknownWindow,
  nameUnusedImport,
  policyAgainstStep,
  policyDstRulesNothing,
  policyDuplicate,
  policyIdleParts,
  policyLengths,
  policyMaxRulesNothing,
  policyMisplaced,
  policyNeedsDurableStore,
  policyOutOfRange,
  policyRetry,
  policyTexts,
  templateExpectation,
  templateId,
  templateParameters,
  templateUses,
  timeClockUnderStep,
  timeEmptyRange,
  timeEndOfDay,
  timeHoursAfterMonth,
  timeMinuteUnderStep,
  timeMissingHour,
  timeMissing,
  timeMixedAt,
  timeOffsetLeavesDay,
  timeRandomNeedsDays,
  timeRandomNeedsRange,
  timeRangeWithoutStep,
  timeStepLongerThanRange,
  timeStepNeedsAnchor,
  timeTooLong,
  timeTwoTimes,
  timeWholeDayHours,
  triggerCompletionClause,
  triggerCount,
  triggerDuplicateClause,
  triggerNeedsPhase,
  triggerUntilBeforeFrom,
  triggerValueInCustom,
  zoneUnknown,
  zoneWindowDiffers,
];
