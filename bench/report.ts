/** The page that the bench writes: tables first, then what they say. */
import type { Allocation } from "./allocation.ts";
import type { Size } from "./bundles.ts";
import type { Direction, Result, Score } from "./contest.ts";
import type { Building, ColdStart } from "./startup.ts";

export interface Report {
  readonly machine: string;
  readonly versions: string;
  readonly results: readonly Result[];
  readonly allocations: readonly Allocation[];
  readonly building: Building;
  readonly coldStarts: readonly ColdStart[];
  readonly bundles: readonly (Size & { readonly name: string; readonly goal: number; readonly budget: number })[];
}

type Row = readonly (string | number)[];

export function table(head: Row, rows: readonly Row[]): string {
  const line = (cells: Row): string => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

const whole = (value: number): string => Math.round(value).toLocaleString("en-US");

/** A peer's time; with how many of its answers were other than ours where any was. */
function shown({ ns, wrong, asked }: Score): string {
  return wrong === 0 ? whole(ns) : `~~${whole(ns)}~~ ${wrong} of ${asked}`;
}

function fires(results: readonly Result[], direction: Direction): string {
  const rows = results
    .filter((result) => result.direction === direction)
    .map(({ line, scores, parts }) => {
      const [ours, ...peers] = scores;
      const right = peers.find(({ wrong }) => wrong === 0);
      const union = line.includes("union") ? ` (parts alone: ${whole(parts)})` : "";
      return [
        line,
        ours ? `**${whole(ours.ns)}**${union}` : "",
        right && ours ? `${right.name} ${whole(right.ns)}` : "none",
        right && ours ? `${whole(right.ns / ours.ns)}×` : "",
        peers
          .filter((peer) => peer !== right)
          .map((peer) => `${peer.name} ${shown(peer)}`)
          .join(" · "),
      ];
    });
  return table(["line", "schedc", "fastest peer that answers rightly", "ratio", "the others"], rows);
}

export function page({ machine, versions, results, allocations, building, coldStarts, bundles }: Report): string {
  const [made, first] = building.ours;
  const [parsed, run] = building.croner;
  return `# Performance

Made by \`npm run bench\`, which writes this page. ${machine}.
${versions}.

Read the ratios, not the nanoseconds: all contenders of a line run in one process, in turn, round by round, each round begun by
another of them, and the median of the rounds counts. Starts are random instants from 2024 to 2034. Every peer is prepared
once and asked in the fastest way its interface has. A time ~~struck through~~ belongs to a peer that answered otherwise than we do,
on so many of the starts compared; that we answer rightly is for the tests to show, which hold us against a brute-force oracle. \`node-cron\`
is missing: it answers from now on alone.

## The next fire, ns

${fires(results, "next")}

## The previous fire, ns

${fires(results, "previous")}

## Bytes an answer leaves behind

The box of the returned number is 16; 0 where the engine could put the whole search into its caller.

${table(
  ["line", "next", "previous"],
  allocations.map(({ line, next, previous }) => [line, next.toFixed(1), previous.toFixed(1)]),
)}

## Starting

${table(
  ["1,000 distinct schedules, µs each", "schedc, from a module", "croner, parsing", "ratio"],
  [
    ["made ready", made.toFixed(1), parsed.toFixed(1), `${whole(parsed / made)}×`],
    ["made ready, and the first fire", first.toFixed(1), run.toFixed(1), `${whole(run / first)}×`],
  ],
)}

${table(
  ["cold process to the first fire in New York, its bundle loaded", "ms"],
  coldStarts.map(({ name, ms }) => [name, ms.toFixed(1)]),
)}

## Bundles, bytes

By esbuild, minified and compressed with gzip. The budget is what CI lets pass, the goal what it is to come down to.

${table(
  ["program", "minified", "gzip", "budget", "goal", "largest files, minified"],
  bundles.map(({ name, minified, gzip, budget, goal, files }) => [
    name,
    whole(minified),
    whole(gzip),
    whole(budget),
    whole(goal),
    files
      .slice(0, 8)
      .map(({ path, bytes }) => `${path.replace("src/runtime/", "")} ${whole(bytes)}`)
      .join(" · "),
  ]),
)}

## What bounds it

- A dense line costs the division of an instant into day and time, one look at the zone's segment, one at the block of 32
  days, the search among the day's times, and the box of the answer. The loop around them takes 4 to 5 ns of what is shown
  here. On random starts a branch that goes either way (is this day open, is a time left in it) costs as much as a
  division; code made for one schedule alone would save half, but code that is made at run time is what many sites forbid.
- The fastest peer on dense lines in UTC, cron-schedule, knows no zones and steps through fields as we do: it is the one
  that the ratio hangs on, and it is as fast on a quiet machine as its fields allow. Where zones count no peer comes near.
- A zone costs the change of segment: random starts over ten years lie in twenty of them. A rare day in a zone looks its
  segment up twice. A scheduler, which goes on from fire to fire, stays in one.
- From random starts a union asks all its members and costs what they cost; from fire to fire it asks one.
- A trigger is read and checked when it is made ready, so that one that is malformed is refused there and not at its first
  fire; zones and whatever lies near their changes are read when first needed. Two thirds of what is left is making
  closures for days, times, limits and the search.
- A cold process runs code that no engine has compiled yet: loading it, and its first run through every kind's part, is what
  is left over an empty module, and is not broken down further here.
- A trigger asked first about a day that never comes has all months from 1900 to 2400 to look at, once. Those of one kind of
  year are looked at once, days on which no window lets a time pass not at all, and by workdays the way goes back from a
  month to the days that can lead there. \`npm run triples\` prints how long the first answers of its random triggers took:
  on a machine with other work half of them less than 2 ms, 99 of 100 within 10, and within 41 where they count and move
  by workdays of odd calendars, which half of the time never fire; the slowest of 5,000 took 182, reading 500 years of a
  zone that no module carries from Intl.
- Bundles hold every kind of trigger, since a trigger is data: what a program uses of picks, calendars, windows, random times
  and zones is not known before it runs. The files named above are the parts that would have to go.
`;
}
