/** The language: text in, tree and findings out. Other rooms come in here alone. */
export type { BuildFile } from "./check/build.ts";
export { check } from "./check/check.ts";
export { checkAll } from "./check/check-all.ts";
export { clauseOf, clausesOf } from "./check/clauses.ts";
export { dividesDay, elapsedLength, hasWindow, isElapsed, type Reading, readHead } from "./check/heads.ts";
export { groupPath, type Identity, identityOf, isReservedName, resolveJob } from "./check/identity.ts";
export {
  localName,
  type NamedFile,
  type Names,
  namesOf,
  relativeName,
  resolveCalendar,
  resolveWindow,
} from "./check/names.ts";
export { nearest } from "./check/nearest.ts";
export { nearestZone } from "./check/nearest-zone.ts";
export { type DeclaredType, typesOf } from "./check/parameter-types.ts";
export { groupsOf, type JobPlace, jobsOf, runsOf, triggersOf } from "./check/places.ts";
export { type Effective, effectiveSettings, policyOf, settingKey } from "./check/settings.ts";
export { suppress } from "./check/suppress.ts";
export { type TemplatePlace, templatesOf } from "./check/templates.ts";
export type { CheckContext } from "./check/view.ts";
export { windowsOf, workdaysOf, workdaysOfWindow } from "./check/workdays.ts";
export type { Entry } from "./diagnostics/define.ts";
export type * from "./diagnostics/diagnostic.ts";
export { generalTexts } from "./diagnostics/general.ts";
export { type Code, finding, registry } from "./diagnostics/registry.ts";
export { applyEdits, applySafeFixes, type Mended } from "./fix/apply.ts";
export { replace, unsafe } from "./fix/edits.ts";
export { printCall, printValue } from "./format/calls.ts";
export { printClause } from "./format/clauses.ts";
export { printOver } from "./format/expectations.ts";
export { type Formatted, format } from "./format/format.ts";
export { printPolicy, printSetting } from "./format/policies.ts";
export { printStatement } from "./format/statements.ts";
export { printOrdinal, printString } from "./format/text.ts";
export { printRun, printTrigger } from "./format/triggers.ts";
export { defaultLimits, type Limits } from "./limits.ts";
export { capFindings } from "./parser/cap-findings.ts";
export { type Parsed, parse } from "./parser/parse.ts";
export { fromPrintableLine, printable, printableJson, printableLine } from "./source/escape.ts";
export { join, type Span } from "./source/span.ts";
export type * from "./tree/nodes.ts";
