/** `toFireTimes`: so many fires lie in a span. */
import { SchedcError } from "../../model/index.ts";
import { type Moment, readBound } from "../moment.ts";
import { readSubject, type Subject } from "../subject.ts";
import { type MatcherContext, type MatcherResult, refuse } from "./contract.ts";
import { listOf, messageOf, showAt } from "./message.ts";

/** A date alone is its first instant: `{ from: "2026-11-23", until: "2026-11-24" }` is that day. */
export interface MomentSpan {
  /** Itself within. */
  readonly from: Moment;
  /** Itself not within. */
  readonly until: Moment;
}

/** Fires are counted up to here. */
const MOST = 1_000_000;
/** Of more fires than this, the first and the last few are shown. */
const SHOWN = 12;

export function toFireTimes(this: MatcherContext, received: unknown, times: number, span: MomentSpan): MatcherResult {
  const subject = readSubject(received);
  if (typeof subject === "string") return refuse(this, "toFireTimes", subject);
  if (!Number.isInteger(times) || times < 0 || times >= MOST) {
    throw new SchedcError(`toFireTimes takes a whole number from 0 to ${MOST - 1}, not ${times}.`, {
      code: "test/times",
    });
  }
  const { from, until } = readSpan(span, subject.zone);
  const found = within(subject, from, until);
  const pass = found.length === times;
  const many = found.length === MOST ? `at least ${MOST}` : String(found.length);
  const claim = () =>
    `fires ${many} ${found.length === 1 ? "time" : "times"} from ${showAt(subject, from)} until ` +
    `${showAt(subject, until)}, and should ${pass ? "not" : `${times} ${times === 1 ? "time" : "times"}`}.`;
  return { pass, message: () => messageOf(subject, claim(), shorten(subject, found)) };
}

export function readSpan({ from, until }: MomentSpan, zone: string | undefined): { from: number; until: number } {
  const span = { from: readBound(from, zone), until: readBound(until, zone) };
  if (span.from < span.until) return span;
  throw new SchedcError(`The span from ${String(from)} until ${String(until)} holds no instant.`, {
    code: "test/empty-span",
  });
}

function within({ fires }: Subject, from: number, until: number): readonly number[] {
  const found: number[] = [];
  for (let at = fires.next(from - 1); at !== undefined && at < until && found.length < MOST; at = fires.next(at)) {
    found.push(at);
  }
  return found;
}

function shorten(subject: Subject, found: readonly number[]): readonly string[] {
  const list = (instants: readonly number[]) =>
    listOf(
      subject,
      instants.map((at) => ({ at })),
    );
  if (found.length <= SHOWN) return list(found);
  const half = SHOWN / 2;
  return [...list(found.slice(0, half)), `    … ${found.length - SHOWN} more`, ...list(found.slice(-half))];
}
