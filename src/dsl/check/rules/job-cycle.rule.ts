/** Jobs that wait for each other in a circle. */
import { finding } from "../../diagnostics/registry.ts";
import type { Build, BuildJob, BuildRule } from "../build.ts";

export const jobCycle: BuildRule = function* (build) {
  const inCircles = withoutLooseEnds(build);
  const reported = new Set<string>();
  for (const id of inCircles) {
    const circle = reported.has(id) ? undefined : shortestCircle(id, build, inCircles);
    if (!circle || circle.some((member) => reported.has(member))) continue;
    for (const member of circle) reported.add(member);
    const chain = [...circle, id].map((member) => `\`${member}\``).join(" after ");
    const places = circle.flatMap((member, index) => waitOf(build, member, circle[index + 1] ?? id));
    const [first, ...others] = places;
    if (!first) continue;
    const related = others.map(({ job, span }) => ({
      ...(job.file === first.job.file ? {} : { file: job.file }),
      span,
      message: `\`${job.identity.id}\` waits here`,
    }));
    yield { file: first.job.file, finding: finding("job/cycle", first.span, { chain }, { related }) };
  }
};

/** The jobs that are left when those that wait for nothing, and those that nothing waits for, are taken away. */
function withoutLooseEnds({ byId }: Build): ReadonlySet<string> {
  const left = new Set(byId.keys());
  const waitedFor = new Map<string, number>();
  const waiters = new Map<string, string[]>();
  const targets = new Map<string, readonly string[]>();
  for (const [id, job] of byId) {
    const ids = [...new Set(job.waitsFor.flatMap((wait) => (wait.id === undefined ? [] : [wait.id])))];
    targets.set(id, ids);
    for (const target of ids) {
      waitedFor.set(target, (waitedFor.get(target) ?? 0) + 1);
      waiters.set(target, [...(waiters.get(target) ?? []), id]);
    }
  }
  const waits = new Map([...targets].map(([id, ids]) => [id, ids.length]));
  const loose = [...left].filter((id) => !waits.get(id) || !waitedFor.get(id));
  for (let id = loose.pop(); id !== undefined; id = loose.pop()) {
    if (!left.delete(id)) continue;
    for (const waiter of waiters.get(id) ?? []) if (countDown(waits, waiter) === 0) loose.push(waiter);
    for (const target of targets.get(id) ?? []) if (countDown(waitedFor, target) === 0) loose.push(target);
  }
  return left;
}

function countDown(counts: Map<string, number>, id: string): number {
  const count = (counts.get(id) ?? 0) - 1;
  counts.set(id, count);
  return count;
}

/** The ids on the shortest way from a job back to itself, it first; undefined where there is none. */
function shortestCircle(start: string, { byId }: Build, within: ReadonlySet<string>): readonly string[] | undefined {
  const cameFrom = new Map<string, string>();
  const queue = [start];
  for (const id of queue) {
    for (const { id: next } of byId.get(id)?.waitsFor ?? []) {
      if (next === start) return wayTo(id, start, cameFrom);
      if (next === undefined || !within.has(next) || cameFrom.has(next)) continue;
      cameFrom.set(next, id);
      queue.push(next);
    }
  }
  return undefined;
}

function wayTo(end: string, start: string, cameFrom: ReadonlyMap<string, string>): readonly string[] {
  const way = [end];
  for (let id = end; id !== start; ) {
    id = cameFrom.get(id) ?? start;
    way.unshift(id);
  }
  return way;
}

function waitOf({ byId }: Build, waiter: string, target: string) {
  const job: BuildJob | undefined = byId.get(waiter);
  const wait = job?.waitsFor.find(({ id }) => id === target);
  return job && wait ? [{ job, span: wait.span }] : [];
}
