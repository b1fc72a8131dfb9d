/** What a name looks like: two of one look are told apart by machines alone. */

/** By Latin letter, those of the Greek and Cyrillic scripts that most typefaces draw alike. */
const alike = {
  a: "\u0430",
  c: "\u0441",
  d: "\u0501",
  e: "\u0435",
  h: "\u04bb",
  i: "\u0456",
  j: "\u0458",
  k: "\u03ba",
  l: "\u04cf",
  o: "\u043e\u03bf",
  p: "\u0440\u03c1",
  s: "\u0455",
  v: "\u03bd",
  x: "\u0445",
  y: "\u0443",
  A: "\u0391\u0410",
  B: "\u0392\u0412",
  C: "\u0421",
  E: "\u0395\u0415",
  H: "\u0397\u041d",
  I: "\u0399\u0406",
  K: "\u039a\u041a",
  M: "\u039c\u041c",
  N: "\u039d",
  O: "\u039f\u041e",
  P: "\u03a1\u0420",
  T: "\u03a4\u0422",
  X: "\u03a7\u0425",
  Y: "\u03a5\u0423",
  Z: "\u0396",
} as const;

const latin: ReadonlyMap<string, string> = new Map(
  Object.entries(alike).flatMap(([letter, others]) => Array.from(others, (other) => [other, letter] as const)),
);

const isPlain = /^[ -~]*$/;

/** The same for names that look the same: composed or not, of another script, in either case. */
export function lookOf(name: string): string {
  if (isPlain.test(name)) return name.toLowerCase();
  const letters = Array.from(name.normalize("NFKC"), (letter) => latin.get(letter) ?? letter);
  return letters.join("").toLowerCase();
}
