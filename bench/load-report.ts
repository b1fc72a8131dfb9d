/** The section of jobs held and fired. */
import type { Measured } from "./load-child.ts";
import type { Year } from "./load-year.ts";

export interface Load {
  /** All that took part. */
  readonly names: readonly string[];
  /** Of 10,000 jobs; one that is missing did not come through. */
  readonly thousands: readonly Measured[];
  readonly many: readonly Measured[];
  readonly million: readonly Measured[];
  readonly year: Year;
}

const whole = (value: number): string => Math.round(value).toLocaleString("en-US");

function wrongs({ missed, double, early }: Measured): string {
  const said = [
    [missed, "missed"],
    [double, "double"],
    [early, "early"],
  ].flatMap(([count, what]) => (count === 0 ? [] : [`${whole(Number(count))} ${what}`]));
  return said.length === 0 ? "0" : said.join(", ");
}

function row(measured: Measured): string {
  const { contender, arm, heap, median, p99, cpu } = measured;
  const name = contender === "schedc" ? "**schedc**" : contender;
  return `| ${name} | ${whole(arm)} | ${whole(heap)} | ${wrongs(measured)} | ${whole(median)} | ${whole(p99)} | ${cpu.toFixed(2)} |`;
}

function table(title: string, rows: readonly Measured[]): string {
  return `| ${title} | arm ms | heap a job, bytes | wrong | median late ms | p99 late ms | CPU s |
| --- | --- | --- | --- | --- | --- | --- |
${rows.map(row).join("\n")}`;
}

export function loadSection({ names, thousands, many, million, year }: Load): string {
  const lost = names.filter((name) => !thousands.some(({ contender }) => contender === name));
  return `Made by \`npm run bench:load\`: each contender in a process of its own, one after another, with jobs of a fire a second. Wrong are
the seconds in which a job did not fire (missed), fired again (double) or fired before its second (early). Heap is what an armed job keeps over
what was written down of it before: for schedc the generated module, for the others the text of the cron expression. CPU is that of the
seconds that count, which begin a second or two after arming. Other work shares the machine: read the ratios.

${table("10,000 jobs, 10 s", thousands)}
${lost.length === 0 ? "" : `\nDid not come through: ${lost.join(", ")}.\n`}
${table("100,000 jobs, 5 s", many)}

${table("1,000,000 jobs of a fire a minute, 10 s", million)}

A virtual year of a job of every minute on the test clock: ${whole(year.runs)} runs with ${whole(year.events)} events in ${year.seconds.toFixed(1)} s.

What bounds it:

- Bare timers are the floor, and not reached: a fire is a run, with a key, a place, a signal, two events and an outcome, and takes five times what a
  timer takes that does nothing else. The async context in which \`currentRun()\` answers is a fifth of that, what its garbage costs about as much.
- A job at rest is four objects: itself, its definition, its row and its place in the queue by time, and an entry in the table by id. Its next
  fire it shares with the jobs aimed at the same instant before it.
  Instants are no small integers, so each that an object holds is a box of 16 bytes. A tenth of it would take columns in place of objects.
- Arming is making these objects: much of its time is the collector's, which copies them twice. Triggers that equal the one before cost
  a comparison each.
- Jobs that are due together are met in slices of 256, and between slices what they started runs. A turn lasts for 10 ms, then the process
  gets to do something else. So the last of ten thousand starts when the others have run: lateness is their cost, not a wait.
`;
}
