/** Which known name was perhaps meant by one that is not known. */

/** More slips than these make another name, however long it is. */
const mostSlips = 8;
/** So many letters are compared for one name at most: what is known may be a file of names made to be like it. */
const mostWork = 200_000;

/**
 * The closest name within a third of the length in edits; of equals the one that keeps most of the letters, since more
 * are forgotten than mistaken, then the first. Undefined where none is near.
 */
export function nearest(name: string, known: Iterable<string>): string | undefined {
  const wanted = name.toLowerCase();
  let best: string | undefined;
  // Between two names of one or two letters everything is near.
  let least = Math.min(Math.floor(name.length / 3), mostSlips);
  let work = 0;
  for (const candidate of known) {
    if (Math.abs(candidate.length - name.length) > least) continue;
    work += name.length * (least + 1);
    if (work > mostWork) break;
    const found = distance(wanted, candidate.toLowerCase(), least + 1);
    if (found > least) continue;
    if (best !== undefined && found === least) {
      work += name.length * candidate.length * 2;
      if (work > mostWork) break;
      if (kept(wanted, candidate.toLowerCase()) <= kept(wanted, best.toLowerCase())) continue;
    }
    [best, least] = [candidate, found];
  }
  return best;
}

/** How many letters of one stand in the other too, in the same order. */
function kept(a: string, b: string): number {
  let last: number[] = Array.from({ length: b.length + 1 }, () => 0);
  for (const letter of a) {
    const row = [0];
    for (let j = 1; j <= b.length; j++) {
      row.push(letter === b[j - 1] ? at(last, j - 1) + 1 : Math.max(at(last, j), at(row, j - 1)));
    }
    last = row;
  }
  return at(last, b.length);
}

/** Insertions, deletions, replacements and swaps of neighbours that lead from one to the other; exact below `most`. */
function distance(a: string, b: string, most: number): number {
  let before: number[] = [];
  let last = Array.from({ length: Math.min(b.length, most) + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row: number[] = [];
    // Further from the diagonal than this no way is short enough.
    const end = Math.min(b.length, i + most);
    for (let j = Math.max(0, i - most); j <= end; j++) {
      const same = a[i - 1] === b[j - 1];
      let least = Math.min(at(last, j) + 1, at(row, j - 1) + 1, at(last, j - 1) + (same ? 0 : 1));
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) least = Math.min(least, at(before, j - 2) + 1);
      row[j] = least;
    }
    before = last;
    last = row;
  }
  return at(last, b.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY;
}
