/** The oracle's clock: offsets by `Intl`'s own names for them, found by walking. Shares nothing with the engine. */

const formats = new Map<string, Intl.DateTimeFormat>();
const offsets = new Map<string, number>();

/** Seconds to add to UTC at an instant in seconds. */
export function offsetOf(zone: string, second: number): number {
  const key = `${zone} ${second}`;
  let offset = offsets.get(key);
  if (offset === undefined) {
    offset = readOffset(zone, second);
    if (offsets.size > 200_000) offsets.clear();
    offsets.set(key, offset);
  }
  return offset;
}

function readOffset(zone: string, second: number): number {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat("en-US", { timeZone: zone, timeZoneName: "longOffset" });
    formats.set(zone, format);
  }
  const name = format.formatToParts(second * 1000).find((part) => part.type === "timeZoneName")?.value ?? "";
  const read = /^GMT(?:([+-])(\d{2}):(\d{2})(?::(\d{2}))?)?$/.exec(name);
  if (!read) throw new Error(`unread offset ${name}`);
  if (!read[1]) return 0;
  const seconds = Number(read[2]) * 3600 + Number(read[3]) * 60 + Number(read[4] ?? 0);
  return read[1] === "-" ? -seconds : seconds;
}

/** A stretch of instants in seconds, both ends within, with one offset. */
export interface Stretch {
  readonly first: number;
  readonly last: number;
  readonly offset: number;
}

/** Walks from one second to another by quarters of an hour, and by the second where the offset changes. */
export function stretchesOf(zone: string, from: number, to: number): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let first = from;
  let offset = offsetOf(zone, from);
  for (let at = from; at < to; ) {
    const reached = Math.min(at + 900, to);
    if (offsetOf(zone, reached) !== offset) {
      let second = at;
      while (offsetOf(zone, second) === offset) second++;
      stretches.push({ first, last: second - 1, offset });
      first = second;
      offset = offsetOf(zone, second);
      at = second;
    } else at = reached;
  }
  stretches.push({ first, last: to, offset });
  return stretches;
}

/** The instants at which the clock shows a local second, in order. */
export function instantsOf(stretches: readonly Stretch[], local: number): number[] {
  return stretches
    .filter(({ first, last, offset }) => local - offset >= first && local - offset <= last)
    .map(({ offset }) => local - offset);
}

/** The gap that swallowed a local second: the first instant after it, and how far the clock jumped. */
export function gapOf(stretches: readonly Stretch[], local: number): { at: number; length: number } | undefined {
  for (let place = 1; place < stretches.length; place++) {
    const before = stretches[place - 1] as Stretch;
    const after = stretches[place] as Stretch;
    if (before.last + 1 + before.offset <= local && local < after.first + after.offset) {
      return { at: after.first, length: after.offset - before.offset };
    }
  }
  return undefined;
}

/** Resolves a local time that may be years away from the span under test. */
export function firstInstantOf(zone: string, local: number): number {
  const stretches = stretchesOf(zone, local - 90_000, local + 90_000);
  return instantsOf(stretches, local)[0] ?? gapOf(stretches, local)?.at ?? Number.NaN;
}
