/** `toFireAt`: an instant is a fire. */

import { resolvePoint } from "../../trigger/index.ts";
import { instantsOf, type Moment, readWanted } from "../moment.ts";
import { readSubject } from "../subject.ts";
import { type MatcherContext, type MatcherResult, refuse } from "./contract.ts";
import { around, listOf, messageOf, showAt } from "./message.ts";

/** A local time that comes twice is one of its passes; one that the clock skips is none. */
export function toFireAt(this: MatcherContext, received: unknown, moment: Moment): MatcherResult {
  const subject = readSubject(received);
  if (typeof subject === "string") return refuse(this, "toFireAt", subject);
  const wanted = readWanted(moment, subject.zone);
  const instants = instantsOf(wanted);
  const fired = instants.find((instant) => subject.fires.has(instant));
  if (fired !== undefined) {
    const lines = () => listOf(subject, [{ at: fired, mark: "✗" }, ...around(subject, fired).map((at) => ({ at }))]);
    return {
      pass: true,
      message: () => messageOf(subject, `fires at ${showAt(subject, fired)}, and should not.`, lines()),
    };
  }
  const [first] = instants;
  if (first === undefined && wanted.kind === "local") {
    const next = resolvePoint(wanted.written, wanted.zone);
    const claim = `does not fire at ${wanted.written}: on that day the clock of ${wanted.zone} skips it.`;
    const near = () => [...around(subject, next), ...(subject.fires.has(next) ? [next] : [])];
    return {
      pass: false,
      message: () =>
        messageOf(
          subject,
          claim,
          listOf(
            subject,
            near().map((at) => ({ at })),
          ),
        ),
    };
  }
  const missing = instants.map((at) => ({ at, mark: "✗" }));
  const near = () => instants.flatMap((instant) => around(subject, instant)).map((at) => ({ at }));
  return {
    pass: false,
    message: () =>
      messageOf(
        subject,
        `does not fire at ${instants.map((at) => showAt(subject, at)).join(" or ")}.`,
        listOf(subject, [...missing, ...near()]),
      ),
  };
}
