/** The pages about findings, as Markdown. */
import { type Entry, generalTexts, registry } from "../../src/dsl/index.ts";
import type { Example } from "./examples.ts";

type Texts = Entry<never>;

/** By file name below `docs/diagnostics`. */
export function pages(exampleOf: (code: string) => Example | undefined): ReadonlyMap<string, string> {
  const codes = Object.keys(registry).sort();
  const entries: Readonly<Record<string, Texts>> = registry;
  const all = new Map<string, string>([["README.md", index(codes, entries)]]);
  for (const code of codes) {
    const texts = entries[code];
    if (texts) all.set(`${code}.md`, page(code, texts, exampleOf(code)));
  }
  return all;
}

function page(code: string, texts: Texts, example: Example | undefined): string {
  const { severity, why } = texts;
  const { message, help } = generalTexts(texts);
  const parts = [`# ${code}`, `**${severity}** · ${message}`, why];
  if (help !== undefined) parts.push(`To do: ${help}.`);
  if (example) parts.push(block("Wrong", example.wrong));
  if (example?.right !== undefined) parts.push(block("Right", example.right));
  if (severity !== "error" && !/^(?:ignore|build)\//.test(code)) {
    parts.push(`Where it is meant so, a comment on the line above silences it: \`// schedc-ignore ${code}: reason\`.`);
  }
  return `${parts.join("\n\n")}\n`;
}

function block(title: string, text: string): string {
  return `## ${title}\n\n\`\`\`sched\n${text.trimEnd()}\n\`\`\``;
}

function index(codes: readonly string[], entries: Readonly<Record<string, Texts>>): string {
  const areas = Map.groupBy(codes, (code) => code.slice(0, code.indexOf("/")));
  const sections = [...areas].map(([area, members]) => {
    const lines = members.flatMap((code) => {
      const texts = entries[code];
      return texts ? [`- [${code}](${code}.md), ${texts.severity}: ${generalTexts(texts).message}`] : [];
    });
    return `## ${area}\n\n${lines.join("\n")}`;
  });
  const intro = "Every finding that schedc can give. `schedc rules CODE` shows a page offline.";
  return `# Findings\n\n${intro}\n\n${sections.join("\n\n")}\n`;
}
