/** What a matcher says when it fails: the claim, the job in its words, and the fire times around. */
import type { PreparedTrigger } from "../../trigger/index.ts";
import { localText } from "../local-text.ts";
import type { Subject } from "../subject.ts";

export interface Line {
  readonly at: number;
  /** `✗` beside what is wrong, nothing beside what is only shown. */
  readonly mark?: string;
}

export function messageOf(subject: Subject, claim: string, lines: readonly string[]): string {
  const zone = subject.zone ?? "UTC";
  const about = subject.says === undefined ? `in ${zone}` : `${subject.says}   (in ${zone})`;
  return [`${subject.name} ${claim}`, "", `  ${about}`, "", ...lines].join("\n").trimEnd();
}

export function showAt({ zone = "UTC" }: Pick<Subject, "zone">, instant: number): string {
  return localText(zone, instant);
}

/** In order of time, each once. */
export function listOf(subject: Subject, lines: readonly Line[]): readonly string[] {
  const byTime = new Map<number, string>();
  for (const { at, mark = " " } of lines) if (mark !== " " || !byTime.has(at)) byTime.set(at, mark);
  return [...byTime].sort(([a], [b]) => a - b).map(([at, mark]) => `  ${mark} ${showAt(subject, at)}`);
}

/** The fires around an instant, itself not within: so many to either side. */
export function around({ fires }: Pick<Subject, "fires">, instant: number, many = 2): readonly number[] {
  return [...before(fires, instant, many), ...after(fires, instant, many)];
}

export function after(fires: PreparedTrigger, instant: number, many: number): readonly number[] {
  const found: number[] = [];
  for (let at = fires.next(instant); at !== undefined && found.length < many; at = fires.next(at)) found.push(at);
  return found;
}

function before(fires: PreparedTrigger, instant: number, many: number): readonly number[] {
  const found: number[] = [];
  for (let at = fires.previous(instant); at !== undefined && found.length < many; at = fires.previous(at)) {
    found.unshift(at);
  }
  return found;
}
