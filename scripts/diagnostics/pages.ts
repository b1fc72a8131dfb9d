/** The pages about findings, as Markdown. */
import { registry } from "../../src/dsl/index.ts";
import type { Example } from "./examples.ts";

interface Texts {
  readonly severity: string;
  readonly message: (params: object) => string;
  readonly why: string;
  readonly help?: (params: object) => string;
}

/** By file name below `docs/diagnostics`. */
export function pages(exampleOf: (code: string) => Example | undefined): ReadonlyMap<string, string> {
  const codes = Object.keys(registry).sort();
  const entries = registry as unknown as Readonly<Record<string, Texts>>;
  const all = new Map<string, string>([["README.md", index(codes, entries)]]);
  for (const code of codes) {
    const texts = entries[code];
    if (texts) all.set(`${code}.md`, page(code, texts, exampleOf(code)));
  }
  return all;
}

function page(code: string, { severity, message, why, help }: Texts, example: Example | undefined): string {
  const parts = [`# ${code}`, `**${severity}** · ${message(placeholders)}`, why];
  if (help) parts.push(`To do: ${help(placeholders)}.`);
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
    const lines = members.map((code) => `- [${code}](${code}.md), ${entries[code]?.severity}`);
    return `## ${area}\n\n${lines.join("\n")}`;
  });
  const intro = "Every finding that schedc can give. `schedc rules CODE` shows a page offline.";
  return `# Findings\n\n${intro}\n\n${sections.join("\n\n")}\n`;
}

/** Stands for any parameter of a text: reading `name` gives `{name}`. */
const placeholders: object = new Proxy({}, { get: (_, name) => `{${String(name)}}` });
