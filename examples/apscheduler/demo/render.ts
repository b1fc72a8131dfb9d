/** The picture of a day: a row a job, a mark an hour, then what did not simply run, and what comes next. */
import type { Entry, Outcome } from "./ledger.ts";
import { clock, day, hour } from "./times.ts";

export interface Played {
  readonly title: string;
  readonly about: string;
  /** In the order of the file; the sentence stands at the end of the row. */
  readonly jobs: readonly { readonly id: string; readonly says: string; readonly next: number | undefined }[];
  readonly entries: readonly Entry[];
  /** Why a fire did not simply run; fires with one answer share a line. */
  readonly explain: (entry: Entry) => string;
  /** What the tasks left behind: counted after the day. */
  readonly left: readonly string[];
}

export type Colour = "green" | "cyan" | "yellow" | "magenta" | "red" | "dim" | "bold";
export type Paint = (colour: Colour, text: string) => string;

const marks: Readonly<Record<Outcome, readonly [mark: string, colour: Colour, legend: string]>> = {
  ran: ["●", "green", "ran"],
  retried: ["↻", "cyan", "ran after a retry"],
  merged: ["◐", "magenta", "merged"],
  skipped: ["○", "yellow", "skipped"],
  missed: ["◌", "yellow", "missed"],
  failed: ["✗", "red", "failed"],
};
/** Of several fires in one hour the last of these is the one to see. */
const order = Object.keys(marks) as readonly Outcome[];

/** Lines of at most `width` columns. */
export function renderDay(played: Played, paint: Paint, width: number): string {
  const { title, about, jobs, entries, left } = played;
  const ids = Math.max(...jobs.map(({ id }) => id.length)) + 2;
  return [
    "",
    `  ${paint("bold", title)}`,
    `  ${paint("dim", cut(about, width - 2))}`,
    "",
    header(ids, paint),
    ...jobs.map((job) => row(job, ids, entries, paint, width)),
    "",
    `  ${order.map((outcome) => `${mark(outcome, paint)} ${marks[outcome][2]}`).join("   ")}`,
    ...section("Not everything ran, and nothing was silent", notes(played, paint, width), paint),
    ...section("What the tasks left behind", left, paint),
    ...section("What comes next", upcoming(jobs, paint, width), paint),
    "",
  ].join("\n");
}

function section(title: string, lines: readonly string[], paint: Paint): string[] {
  return lines.length === 0 ? [] : ["", `  ${paint("bold", title)}`, ...lines.map((line) => `  ${line}`)];
}

function header(ids: number, paint: Paint): string {
  return paint("dim", `  ${"a mark is an hour".padEnd(ids)}0      6      12     18      ran`);
}

function row(job: Played["jobs"][number], ids: number, entries: readonly Entry[], paint: Paint, width: number): string {
  const own = entries.filter((entry) => entry.job === job.id);
  const hours = Array.from({ length: 24 }, (_, at) => {
    const outcomes = own.filter((entry) => hour(entry.at) === at).map(({ outcome }) => outcome);
    const worst = order.findLast((outcome) => outcomes.includes(outcome));
    const gap = at > 0 && at % 6 === 0 ? " " : "";
    return gap + (worst ? mark(worst, paint) : paint("dim", "·"));
  });
  const ran = own.filter(({ outcome }) => outcome === "ran" || outcome === "retried").length;
  const says = cut(job.says, width - ids - 38);
  return `  ${job.id.padEnd(ids)}${hours.join("")}  ${String(ran).padStart(5)}  ${paint("dim", says)}`;
}

function mark(outcome: Outcome, paint: Paint): string {
  const [sign, colour] = marks[outcome];
  return paint(colour, sign);
}

/** One line for all fires that ended the same way for the same reason, in the order of the day. */
function notes({ entries, explain }: Played, paint: Paint, width: number): string[] {
  const told = entries.filter(({ outcome }) => outcome !== "ran").sort((a, b) => a.at - b.at);
  const groups = Map.groupBy(told, (entry) => `${entry.outcome} ${explain(entry)}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group as [Entry];
    const head = `${mark(first.outcome, paint)} ${paint("cyan", when(group).padEnd(timeWidth))}`;
    return beside(head, `${who(group)}: ${explain(first)}`, width);
  });
}

const timeWidth = 22;

function when(group: readonly Entry[]): string {
  const times = [...new Set(group.map(({ at }) => clock(at)))];
  return times.length > 3 ? `${times[0]}, ${times[1]} … ${times.at(-1)}` : times.join(", ");
}

function who(group: readonly Entry[]): string {
  const jobs = [...new Set(group.map(({ job }) => job))];
  return jobs.length > 1 ? `${group.length} fires of ${jobs.length} jobs` : (jobs[0] as string);
}

/** The next fire of each job, jobs of one instant on one line. */
function upcoming(jobs: Played["jobs"], paint: Paint, width: number): string[] {
  const sorted = [...jobs].sort((a, b) => (a.next ?? Infinity) - (b.next ?? Infinity));
  const groups = Map.groupBy(sorted, ({ next }) => next);
  return [...groups].flatMap(([next, group]) => {
    const when = next === undefined ? "never again" : `${day(next)} ${clock(next)}`;
    const ids = group.map(({ id }) => id).join(", ");
    return beside(paint(next === undefined ? "dim" : "cyan", when.padEnd(timeWidth + 2)), ids, width);
  });
}

/** A text beside its head, on as many lines as it needs. */
function beside(head: string, text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + 1 + word.length <= width - timeWidth - 4)
      lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines.map((line, at) => (at === 0 ? head : "".padEnd(timeWidth + 2)) + line);
}

function cut(text: string, width: number): string {
  return text.length <= width ? text : `${text.slice(0, Math.max(0, width - 1))}…`;
}
