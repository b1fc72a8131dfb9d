/** What the parser and the checks say about one text, without any other file. */
import {
  applyEdits,
  type CheckContext,
  check,
  checkAll,
  defaultLimits,
  type Finding,
  parse,
  suppress,
} from "../../src/dsl/index.ts";

const zones: ReadonlySet<string> = new Set([
  "UTC",
  "Europe/Berlin",
  "Europe/Dublin",
  "America/New_York",
  "Asia/Tokyo",
  "America/Argentina/Salta",
]);

export function findingsOf(text: string, context: Partial<CheckContext> = {}): readonly Finding[] {
  const { file, findings } = parse(text);
  const broken = findings.map(({ span }) => span);
  const alone = check(file, text, { zones, limits: defaultLimits, broken, ...context });
  const together = checkAll([{ name: "jobs.sched", file, broken }]).get("jobs.sched") ?? [];
  return suppress([...findings, ...alone, ...together], file, text);
}

export function codesOf(text: string, context: Partial<CheckContext> = {}): readonly string[] {
  return findingsOf(text, context).map(({ code }) => code);
}

/** What each fix makes of the text, by its title. */
export function mended(text: string): Readonly<Record<string, string>> {
  const fixes = findingsOf(text).flatMap(({ fixes = [] }) => fixes);
  return Object.fromEntries(fixes.map(({ title, edits }) => [title, applyEdits(text, edits)]));
}
