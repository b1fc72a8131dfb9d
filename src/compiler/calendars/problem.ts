/** What is wrong with an iCalendar file: thrown while it is read and caught where the reading began. */

/** Of the events of a file the place in it, from 0; undefined for the file as a whole. */
export class IcsProblem extends Error {
  readonly event: number | undefined;
  readonly kind: "bad" | "needs-timezone";

  constructor(reason: string, event?: number, kind: IcsProblem["kind"] = "bad") {
    super(reason);
    this.name = "IcsProblem";
    this.event = event;
    this.kind = kind;
  }
}

/** The line, from 1, on which an event begins; 1 for the file as a whole. */
export function lineOf(text: string, event: number | undefined): number {
  if (event === undefined) return 1;
  const starts = text.split(/\r\n|\r|\n/).flatMap((line, at) => (/^BEGIN:VEVENT\s*$/i.test(line) ? [at + 1] : []));
  return starts[event] ?? 1;
}
