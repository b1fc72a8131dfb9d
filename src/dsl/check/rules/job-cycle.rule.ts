/** Jobs that wait for each other in a circle. */
import { finding } from "../../diagnostics/registry.ts";
import type { Build, BuildJob, BuildRule } from "../build.ts";
import { circlesOf, type Ways } from "../circles.ts";

/** Of a longer circle so many of its jobs are named. */
const named = 10;

/** Of circles that share jobs one is told: the next shows once it is broken. */
export const jobCycle: BuildRule = function* (build) {
  const waiting = [...build.byId].filter(([, { waitsFor }]) => waitsFor.length > 0);
  if (waiting.length === 0) return;
  const ways: Ways = new Map(waiting.map(([id, job]) => [id, targetsOf(job)]));
  const rank = new Map([...build.byId.keys()].map((id, index) => [id, index]));
  const byRank = (a: string, b: string): number => (rank.get(a) ?? 0) - (rank.get(b) ?? 0);
  const starts = circlesOf(ways).map((members) => ({ members, start: [...members].sort(byRank)[0] ?? "" }));
  for (const { members, start } of starts.sort((a, b) => byRank(a.start, b.start))) {
    const circle = shortestCircle(start, ways, members);
    const [first, ...others] = circle
      .slice(0, named)
      .flatMap((id, index) => waitOf(build, id, circle[index + 1] ?? start));
    if (!first) continue;
    const related = others.map(({ job, span }) => ({
      ...(job.file === first.job.file ? {} : { file: job.file }),
      span,
      message: `\`${job.identity.id}\` waits here`,
    }));
    yield { file: first.job.file, finding: finding("job/cycle", first.span, { chain: chainOf(circle) }, { related }) };
  }
};

function targetsOf({ waitsFor }: BuildJob): readonly string[] {
  return waitsFor.flatMap(({ id }) => id ?? []);
}

function chainOf(circle: readonly string[]): string {
  const rest = circle.length - named;
  const shown = circle.slice(0, named).map((id) => `\`${id}\``);
  const more = rest > 0 ? [`${rest} more`] : [];
  return [...shown, ...more, `\`${circle[0]}\``].join(" after ");
}

/** The ids on the shortest way from a job back to itself, it first. */
function shortestCircle(start: string, ways: Ways, within: ReadonlySet<string>): readonly string[] {
  const cameFrom = new Map<string, string>();
  const queue = [start];
  for (const id of queue) {
    for (const next of ways.get(id) ?? []) {
      if (next === start) return wayTo(id, start, cameFrom);
      if (!within.has(next) || cameFrom.has(next)) continue;
      cameFrom.set(next, id);
      queue.push(next);
    }
  }
  return [];
}

function wayTo(end: string, start: string, cameFrom: ReadonlyMap<string, string>): readonly string[] {
  const way = [end];
  for (let id = end; id !== start; ) {
    id = cameFrom.get(id) ?? start;
    way.push(id);
  }
  return way.reverse();
}

function waitOf({ byId }: Build, waiter: string, target: string) {
  const job: BuildJob | undefined = byId.get(waiter);
  const wait = job?.waitsFor.find(({ id }) => id === target);
  return job && wait ? [{ job, span: wait.span }] : [];
}
