/** Fires as a store keeps them, a line or a JSON object each. */
import { printable } from "../dsl/index.ts";
import { isoInstant } from "../runtime/model/index.ts";
import type { FireView } from "../runtime/store/index.ts";
import { lengthText, localText } from "./local-text.ts";
import type { Style } from "./render/index.ts";

/** What became of it, in words: `succeeded in 3 s`, `skipped: overlap`, `failed in 1 s: Error: no answer`. */
export function fateText({ state, reason, into, startedAt, at, attempt, error, through }: FireView): string {
  const ended = state === "succeeded" || state === "failed";
  const lasted = ended && startedAt !== undefined && at > startedAt ? ` in ${lengthText(at - startedAt)}` : "";
  const tries = attempt > 1 ? `, attempt ${attempt}` : "";
  const why = reason === undefined ? "" : `: ${reason}`;
  const merged = into === undefined ? "" : ` into ${into}`;
  const all = through === undefined ? "" : `, as were all through ${isoInstant(through)}`;
  const fault = error === undefined || state === "succeeded" ? "" : `: ${firstLine(error)}`;
  return printable(`${state}${lasted}${tries}${why}${merged}${all}${fault}`);
}

export function fateLine(fire: FireView, zone: string, width: number, style: Style): string {
  const { succeeded, failed } = { succeeded: style.added, failed: style.removed };
  const paint = fire.state === "succeeded" ? succeeded : fire.state === "failed" ? failed : style.faint;
  return `${localText(fire.fireAt, zone)}  ${printable(fire.job).padEnd(width)}  ${paint(fateText(fire))}\n`;
}

/** Instants in ISO form; a result is the value that the run gave. */
export function fateJson({ fireAt, at, startedAt, through, result, fence: _, ...rest }: FireView): object {
  return {
    ...rest,
    scheduledAt: isoInstant(fireAt),
    at: isoInstant(at),
    ...(startedAt !== undefined && { startedAt: isoInstant(startedAt) }),
    ...(through !== undefined && { through: isoInstant(through) }),
    ...(result !== undefined && { result: resultValue(result) }),
  };
}

/** The text is cut off where a run gave more than is kept. */
function resultValue(result: string): unknown {
  try {
    return JSON.parse(result);
  } catch {
    return result;
  }
}

function firstLine(text: string): string {
  return text.split("\n", 1)[0] ?? "";
}
