/** The files that the calendars of a build include, read through the host and each read once a time zone. */
import { type CalendarNode, type Finding, finding, type Text } from "../../dsl/index.ts";
import { type ImportLimits, placeFinding } from "../emit/index.ts";
import { dirname, joinPath } from "../paths.ts";
import type { IncludedDays, Source } from "../plan/index.ts";
import { openIcal } from "./library.ts";
import { IcsProblem, lineOf } from "./problem.ts";
import { readIcs } from "./read-ics.ts";

/** Characters of a file; a country's holidays of a century are a tenth of it. */
const largest = 1_000_000;

export interface Includes {
  /** Undefined for a file that could not be read. */
  readonly included: (path: Text) => IncludedDays | undefined;
  /** By the name of the .sched file. */
  readonly findings: ReadonlyMap<string, readonly Finding[]>;
}

export async function readIncludes(sources: readonly Source[], limits: ImportLimits): Promise<Includes> {
  const days = new Map<Text, IncludedDays>();
  const findings = new Map<string, Finding[]>();
  for (const { name, file } of sources) {
    for (const { path, zone } of includesOf(file.statements)) {
      const read = await readOne(path, zone, name, limits);
      if ("code" in read) findings.set(name, [...(findings.get(name) ?? []), read]);
      else days.set(path, read);
    }
  }
  return { included: (path) => days.get(path), findings };
}

/** Files of another kind have a finding of the checks already. */
function includesOf(statements: Source["file"]["statements"]) {
  const calendars = statements.filter((statement): statement is CalendarNode => statement.kind === "calendar");
  return calendars.flatMap(({ entries }) => {
    const zone = entries.find((entry) => entry.kind === "timezone")?.zone.text;
    return entries.flatMap((entry) => {
      if (entry.kind !== "include" || !("value" in entry.what) || !/\.ics$/i.test(entry.what.value)) return [];
      return [{ path: entry.what, zone }];
    });
  });
}

async function readOne(
  { value: path, span }: Text,
  zone: string | undefined,
  from: string,
  limits: ImportLimits,
): Promise<IncludedDays | Finding> {
  const relative = /^\.{0,2}\//.test(path) ? path : `./${path}`;
  const misplaced = await placeFinding(relative, span, from, limits);
  if (misplaced) return misplaced;
  const place = joinPath(dirname(joinPath(limits.root ?? "", from)), relative);
  const text = await limits.host.readFile(place);
  if (text === undefined) return finding("calendar/no-such-file", span, { path });
  const bad = (line: number, reason: string): Finding => finding("calendar/bad-file", span, { path, line, reason });
  if (text.length > largest) return bad(1, `it has more than ${largest} characters`);
  try {
    return readIcs(text.replace(/^\ufeff/, ""), zone, await openIcal());
  } catch (error) {
    if (!(error instanceof IcsProblem)) throw error;
    const line = lineOf(text, error.event);
    if (error.kind === "needs-timezone") return finding("calendar/needs-timezone", span, { path, line });
    return bad(line, error.message);
  }
}
