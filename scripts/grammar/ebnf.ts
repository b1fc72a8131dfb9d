/** The grammar as EBNF. */
import { type NamedTerm, type Term, tokensOf } from "./terms.ts";
import { tokenTexts } from "./tokens.ts";

const width = 118;

/** One rule a paragraph, then the kinds of tokens. */
export function ebnf(rules: readonly NamedTerm[]): string {
  const names = [...new Set(rules.flatMap(({ term }) => tokensOf(term)))].sort();
  const tokens = names.map((name) => {
    const text = tokenTexts[name];
    if (text === undefined) throw new Error(`no text says what the token ${name} is`);
    return `${name.padEnd(9)} ${text}`;
  });
  return [
    "(* The grammar of .sched files, written by `npm run generate` from the parser's rules. *)",
    '(* [ ] once or not at all, { } any number of times, ( ) grouping, | or; "day(s)" is read in either number. *)',
    "",
    ...rules.map(rule),
    "(* Tokens",
    "",
    ...tokens,
    "*)",
    "",
  ].join("\n");
}

function rule({ name, term }: NamedTerm): string {
  const head = `${name} = `;
  const oneLine = `${head}${show(term)} ;`;
  if (oneLine.length <= width || term.kind !== "choice") return `${wrapped(oneLine)}\n`;
  return `${name}\n  = ${term.items.map((item) => wrapped(show(item, true))).join("\n  | ")}\n  ;\n`;
}

/** Breaks at blanks outside of quotes, the rest indented. */
function wrapped(line: string): string {
  const lines: string[] = [];
  let current = "";
  for (const word of line.split(/ (?=(?:[^"]*"[^"]*")*[^"]*$)/)) {
    if (current !== "" && current.length + word.length + 1 > width) {
      lines.push(current);
      current = `    ${word}`;
    } else current = current === "" ? word : `${current} ${word}`;
  }
  return [...lines, current].join("\n");
}

function show(term: Term, inChoice = false): string {
  switch (term.kind) {
    case "literal":
      return `"${term.text}"`;
    case "token":
    case "rule":
      return term.name;
    case "sequence":
      return term.items.map((item) => (item.kind === "choice" ? `( ${show(item)} )` : show(item))).join(" ");
    case "choice": {
      const items = term.items.map((item) => show(item, true)).join(" | ");
      return inChoice ? `( ${items} )` : items;
    }
    case "option":
      return `[ ${show(term.item)} ]`;
    case "repetition":
      return `{ ${show(term.item)} }`;
    case "list": {
      const item = term.item.kind === "choice" ? `( ${show(term.item)} )` : show(term.item);
      return `${item} { ${show(term.separator)} ${item} }`;
    }
  }
}
