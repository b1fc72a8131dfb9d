/** Which known name was perhaps meant by one that is not known. */

/** More slips than these make another name, however long it is. */
const mostSlips = 8;
/** So much is compared for one name at most: what is known may be a file of names made to be like it. */
const mostWork = 20_000;
/** What a comparison costs beside its letters. */
const oneWork = 50;

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
    const other = candidate.toLowerCase();
    if (foreign(wanted, other) > least) continue;
    work += oneWork + name.length * (least + 1);
    if (work > mostWork) break;
    const found = distance(wanted, other, least + 1);
    if (found > least) continue;
    if (best !== undefined && found === least) {
      work += name.length * candidate.length * 2;
      if (work > mostWork) break;
      if (kept(wanted, other) <= kept(wanted, best.toLowerCase())) continue;
    }
    [best, least] = [candidate, found];
  }
  return best;
}

/** A quick look: so many letters stand in one name alone, each of which takes an edit. */
function foreign(a: string, b: string): number {
  const [ofA, ofB] = [lettersOf(a), lettersOf(b)];
  return Math.max(count(ofA & ~ofB), count(ofB & ~ofA));
}

/** One bit a letter; letters that share one count as one. */
function lettersOf(text: string): number {
  let letters = 0;
  for (let i = 0; i < text.length; i++) letters |= 1 << (text.charCodeAt(i) & 31);
  return letters;
}

function count(bits: number): number {
  let found = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) found++;
  return found;
}

/** How many letters of one stand in the other too, in the same order. */
function kept(a: string, b: string): number {
  let [last, row] = [new Int32Array(b.length + 1), new Int32Array(b.length + 1)];
  for (const letter of a) {
    for (let j = 1; j <= b.length; j++) {
      row[j] = letter === b[j - 1] ? at(last, j - 1) + 1 : Math.max(at(last, j), at(row, j - 1));
    }
    [last, row] = [row, last];
  }
  return at(last, b.length);
}

/** Insertions, deletions, replacements and swaps of neighbours that lead from one to the other; exact below `most`. */
function distance(a: string, b: string, most: number): number {
  // A column in front of each row stands for what lies outside.
  const rows = [0, 1, 2].map(() => new Int32Array(b.length + 2).fill(outside));
  let [before, last, row] = rows as [Int32Array, Int32Array, Int32Array];
  for (let j = 0; j <= Math.min(b.length, most); j++) last[j + 1] = j;
  for (let i = 1; i <= a.length; i++) {
    row.fill(outside);
    // Further from the diagonal than this no way is short enough.
    const end = Math.min(b.length, i + most);
    for (let j = Math.max(0, i - most); j <= end; j++) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
      let least = Math.min(at(last, j + 1) + 1, at(row, j) + 1, at(last, j) + (same ? 0 : 1));
      const swapped =
        i > 1 && j > 1 && a.charCodeAt(i - 1) === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === b.charCodeAt(j - 1);
      if (swapped) least = Math.min(least, at(before, j - 1) + 1);
      row[j + 1] = least;
    }
    [before, last, row] = [last, row, before];
  }
  return at(last, b.length + 1);
}

/** Longer than any way. */
const outside = 1 << 28;

function at(row: Int32Array, index: number): number {
  return row[index] as number;
}
