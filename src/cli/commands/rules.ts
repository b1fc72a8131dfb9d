/** `schedc rules`: the findings there are, and the page of each, from the package itself. */
import { registry } from "../../dsl/index.ts";
import { SchedcError } from "../../runtime/model/index.ts";
import { exitCode } from "../exit-code.ts";
import { readPage } from "../node-host.ts";
import type { Call } from "../options.ts";
import { json } from "../report.ts";

interface Rule {
  readonly severity: string;
  readonly why: string;
}

export async function run({ paths, options, terminal }: Call): Promise<number> {
  const rules = new Map<string, Rule>(Object.entries(registry));
  const [code] = paths;
  if (code === undefined) {
    const listed = [...rules].map(([name, { severity, why }]) => ({ code: name, severity, why }));
    listed.sort((a, b) => (a.code < b.code ? -1 : 1));
    terminal.out(options.format === "json" ? json({ version: 1, rules: listed }) : table(listed));
    return exitCode.clean;
  }
  const rule = rules.get(code);
  if (!rule) throw new SchedcError(`there is no finding ${code}; \`schedc rules\` lists them`, { code: "cli/no-rule" });
  const page = await readPage(code);
  if (page === undefined)
    throw new SchedcError(`the page of ${code} is missing from this installation`, { code: "cli/no-page" });
  terminal.out(
    options.format === "json" ? json({ version: 1, code, severity: rule.severity, why: rule.why, page }) : page,
  );
  return exitCode.clean;
}

function table(rules: readonly { code: string; severity: string; why: string }[]): string {
  const width = Math.max(...rules.map(({ code }) => code.length));
  return rules
    .map(
      ({ code, severity, why }) => `${code.padEnd(width)}  ${severity.padEnd(7)}  ${why.split(/(?<=[.:;])\s/, 1)[0]}\n`,
    )
    .join("");
}
