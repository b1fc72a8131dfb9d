/** Reads the rules of `grammar/SPEC.md` and the examples under each. */
import { readFileSync } from "node:fs";

export interface Rule {
  /** Such as `4.2`. */
  readonly number: string;
  readonly title: string;
  readonly examples: readonly Example[];
}

export interface Example {
  /** The first line of the block in the page. */
  readonly line: number;
  /** What stands behind `sched`: empty, `error CODE`, `warning CODE`, `fires`, `format`. */
  readonly mark: string;
  readonly text: string;
}

export function readRules(): readonly Rule[] {
  const rules: (Omit<Rule, "examples"> & { readonly examples: Example[] })[] = [];
  let open: { mark: string; line: number; text: string[] } | undefined;
  const page = readFileSync(new URL("../../grammar/SPEC.md", import.meta.url), "utf8");
  for (const [at, line] of page.split("\n").entries()) {
    if (open && line === "```") {
      rules.at(-1)?.examples.push({ line: open.line, mark: open.mark, text: `${open.text.join("\n")}\n` });
      open = undefined;
    } else if (open) open.text.push(line);
    else if (line.startsWith("```sched")) open = { mark: line.slice("```sched".length).trim(), line: at + 2, text: [] };
    else {
      const heading = /^### §(\d+\.\d+) (.+)$/.exec(line);
      if (heading) rules.push({ number: heading[1] ?? "", title: heading[2] ?? "", examples: [] });
    }
  }
  return rules;
}
