/** `toHaveNextFires`: the first fires after a moment are these, in this order. */
import { isWanted, type Moment, readBound, readWanted, type Wanted } from "../moment.ts";
import { readSubject, type Subject } from "../subject.ts";
import { type MatcherContext, type MatcherResult, refuse } from "./contract.ts";
import { after as firesAfter, messageOf, showAt } from "./message.ts";

export interface NextFiresOptions {
  /** The fires strictly after this; a date alone is its first instant. */
  readonly after: Moment;
}

/** As many fires are compared as are given; an empty list says that there is none any more. */
export function toHaveNextFires(
  this: MatcherContext,
  received: unknown,
  moments: readonly Moment[],
  { after }: NextFiresOptions,
): MatcherResult {
  const subject = readSubject(received);
  if (typeof subject === "string") return refuse(this, "toHaveNextFires", subject);
  const start = readBound(after, subject.zone);
  const wanted = moments.map((moment) => readWanted(moment, subject.zone));
  const found = firesAfter(subject.fires, start, Math.max(1, moments.length));
  const pass =
    wanted.length === 0
      ? found.length === 0
      : found.length === wanted.length && wanted.every((one, index) => isWanted(one, found[index] ?? Number.NaN));
  const claim = () =>
    `${pass ? "has" : "has not"} the next fires after ${showAt(subject, start)} that it should${pass ? " not have" : ""}.`;
  return { pass, message: () => messageOf(subject, claim(), compared(subject, wanted, found)) };
}

/** `-` what was wanted and is not there, `+` what is there instead. */
function compared(subject: Subject, wanted: readonly Wanted[], found: readonly number[]): readonly string[] {
  const lines: string[] = [];
  for (let index = 0; index < Math.max(wanted.length, found.length); index++) {
    const [want, at] = [wanted[index], found[index]];
    if (want !== undefined && at !== undefined && isWanted(want, at)) lines.push(`    ${showAt(subject, at)}`);
    else {
      if (want !== undefined) lines.push(`  - ${showWanted(subject, want)}`);
      if (at !== undefined) lines.push(`  + ${showAt(subject, at)}`);
    }
  }
  if (found.length < Math.max(1, wanted.length)) lines.push("    then never again");
  return lines;
}

function showWanted(subject: Subject, wanted: Wanted): string {
  return wanted.kind === "instant" ? showAt(subject, wanted.at) : wanted.written;
}
