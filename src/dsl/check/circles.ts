/** Which members of a graph lead back to themselves, however large it is: no recursion, each way walked twice. */

export type Ways = ReadonlyMap<string, readonly string[]>;

/** Each largest set of members that all lead to one another; one that leads straight to itself is a set of one. */
export function circlesOf(ways: Ways): readonly ReadonlySet<string>[] {
  const back = reversed(ways);
  const seen = new Set<string>();
  const circles: ReadonlySet<string>[] = [];
  // Who finishes last cannot be reached from what is left but by a circle.
  for (const id of byFinish(ways).reverse()) {
    const circle = unseenFrom(id, back, seen);
    if (circle.size > 1 || (circle.size === 1 && ways.get(id)?.includes(id))) circles.push(circle);
  }
  return circles;
}

/** Every member behind all that it leads to, as far as circles allow. */
function byFinish(ways: Ways): string[] {
  const seen = new Set<string>();
  const finished: string[] = [];
  for (const start of ways.keys()) {
    const open = seen.has(start) ? [] : [entered(start, ways, seen)];
    for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
      const next = top.ways[top.at++];
      if (next === undefined) finished.push(open.pop()?.id ?? "");
      else if (!seen.has(next)) open.push(entered(next, ways, seen));
    }
  }
  return finished;
}

function entered(
  id: string,
  ways: Ways,
  seen: Set<string>,
): { readonly id: string; readonly ways: readonly string[]; at: number } {
  seen.add(id);
  return { id, ways: ways.get(id) ?? [], at: 0 };
}

function reversed(ways: Ways): Ways {
  const back = new Map<string, string[]>();
  for (const [from, targets] of ways) {
    for (const to of targets) {
      const list = back.get(to) ?? [];
      back.set(to, list);
      list.push(from);
    }
  }
  return back;
}

/** What was not seen before, the start among it. */
function unseenFrom(start: string, ways: Ways, seen: Set<string>): ReadonlySet<string> {
  const found = new Set<string>(seen.has(start) ? [] : [start]);
  seen.add(start);
  for (const id of found) {
    for (const next of ways.get(id) ?? []) {
      if (seen.has(next)) continue;
      seen.add(next);
      found.add(next);
    }
  }
  return found;
}
