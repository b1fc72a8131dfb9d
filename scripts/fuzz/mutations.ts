/** What can happen to a file: slips of the hand, lost pieces, binary rubbish, nesting without end. */
import type { Random } from "./random.ts";

const pieces = [
  ..."{}()[]\"'`:;,.=-*@#|?/\\\n\r\t\u00a0\ufeff\u2028\u0000\ud800😀é",
  ...[
    "//",
    "/*",
    "*/",
    "///",
    "every",
    " and ",
    " or ",
    "run",
    "job x {",
    "group g {",
    "import {",
    "template t(",
    "\r\n",
    "\n\n",
  ],
  ...[
    "9-",
    "24:00",
    "2th",
    "12am",
    "2026-02-30",
    "1d12h",
    "99999999999999999999",
    ":99",
    "@daily",
    "* * * * *",
    "daily ",
    "Every ",
  ],
];

type Mutation = (text: string, random: Random) => string;

const mutations: readonly Mutation[] = [
  (text, random) => cut(text, random, 1 + random.below(8)),
  (text, random) => insert(text, random, random.pick(pieces)),
  (text, random) => insert(text, random, text.slice(random.below(text.length + 1), random.below(text.length + 1))),
  (text, random) => text.slice(0, random.below(text.length + 1)),
  (text, random) => text.slice(random.below(text.length + 1)),
  (text, random) => {
    const words = text.split(/(\s+)/);
    const [a, b] = [random.below(words.length), random.below(words.length)];
    [words[a], words[b]] = [words[b] ?? "", words[a] ?? ""];
    return words.join("");
  },
  (text, random) => cut(text, random, random.below(40)),
  (text, random) => insert(text, random, binary(random, 1 + random.below(30))),
  (text, random) => insert(text, random, random.pick(["{", "(", "[", "(((", "{\n", "[{"]).repeat(1 + random.below(60))),
  (text, random) => text.replace(/\w+/g, (word) => (random.chance(0.05) ? word.toUpperCase() : word)),
  (text, random) => text.replaceAll("\n", () => (random.chance(0.3) ? " " : "\n")),
];

/** One to four things at once. */
export function mutated(text: string, random: Random): string {
  let changed = text;
  for (let n = 1 + random.below(4); n > 0; n--) changed = random.pick(mutations)(changed, random);
  return changed;
}

/** Any characters at all. */
export function binary(random: Random, length: number): string {
  return Array.from({ length }, () =>
    String.fromCharCode(random.chance(0.5) ? random.below(128) : random.below(65_536)),
  ).join("");
}

function cut(text: string, random: Random, length: number): string {
  const at = random.below(text.length + 1);
  return text.slice(0, at) + text.slice(at + length);
}

function insert(text: string, random: Random, piece: string): string {
  const at = random.below(text.length + 1);
  return text.slice(0, at) + piece + text.slice(at);
}
