/** The grammar as railroad diagrams: one page that needs nothing but itself. */
import * as rail from "@prantlf/railroad-diagrams";
import { type NamedTerm, type Term, tokensOf } from "./terms.ts";
import { tokenTexts } from "./tokens.ts";

export function railroad(rules: readonly NamedTerm[]): string {
  const contents = rules.map(({ name }) => `<a href="#${name}">${name}</a>`).join("\n");
  const pictures = rules.map(({ name, term }) => {
    const svg = new rail.Diagram(picture(term)).toString();
    return `<section id="${name}">\n<h2>${name}</h2>\n${svg}</section>`;
  });
  const names = [...new Set(rules.flatMap(({ term }) => tokensOf(term)))].sort();
  const tokens = names.map(
    (name) => `<dt id="token-${name}">${name}</dt>\n<dd>${escaped(tokenTexts[name] ?? "")}</dd>`,
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>The grammar of .sched files</title>
<style>
${style}
</style>
</head>
<body>
<h1>The grammar of .sched files</h1>
<p>Written by <code>npm run generate</code> from the parser's rules. Round boxes are written as they stand, square ones are
rules or kinds of tokens; <code>(s)</code> marks a word that is read in either number.</p>
<nav>
${contents}
<a href="#tokens">Tokens</a>
</nav>
${pictures.join("\n")}
<section id="tokens">
<h2>Tokens</h2>
<dl>
${tokens.join("\n")}
</dl>
</section>
</body>
</html>
`;
}

/** A long sequence goes over several rows. */
const longest = 6;

function picture(term: Term): rail.Item {
  switch (term.kind) {
    case "literal":
      return new rail.Terminal(term.text);
    case "token":
      return new rail.NonTerminal(term.name, { href: `#token-${term.name}` });
    case "rule":
      return new rail.NonTerminal(term.name, { href: `#${term.name}` });
    case "sequence": {
      const items = term.items.map(picture);
      if (items.length <= longest) return new rail.Sequence(...items);
      const half = Math.ceil(items.length / 2);
      return new rail.Stack(new rail.Sequence(...items.slice(0, half)), new rail.Sequence(...items.slice(half)));
    }
    case "choice":
      return new rail.Choice(0, ...term.items.map(picture));
    case "option":
      return new rail.Optional(picture(term.item));
    case "repetition":
      return new rail.ZeroOrMore(picture(term.item));
    case "list":
      return new rail.OneOrMore(picture(term.item), picture(term.separator));
  }
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}

const style = `body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 70rem; padding: 0 1rem; color: #1b1b1f; }
nav { columns: 14rem; margin-bottom: 2rem; }
nav a { display: block; }
h2 { font-size: 1.1rem; margin: 2rem 0 0.25rem; }
dt { font-weight: bold; }
svg { max-width: 100%; height: auto; }
svg path { stroke: #1b1b1f; stroke-width: 2; fill: none; }
svg text { font: 14px ui-monospace, monospace; text-anchor: middle; white-space: pre; fill: #1b1b1f; }
svg rect { stroke: #1b1b1f; stroke-width: 2; fill: #e9f5e9; }
svg g.non-terminal rect { fill: #eef0fb; }
svg a text { text-decoration: underline; }
@media (prefers-color-scheme: dark) {
  body { background: #17171a; color: #e6e6ea; }
  a { color: #9db4ff; }
  svg path, svg rect { stroke: #c8c8d0; }
  svg text { fill: #e6e6ea; }
  svg rect { fill: #1f3326; }
  svg g.non-terminal rect { fill: #23273c; }
}`;
