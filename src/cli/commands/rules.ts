/** `schedc rules`: the findings there are, and the page of each, from the package itself. */
import { type Entry, generalTexts, nearest, registry } from "../../dsl/index.ts";
import { SchedcError } from "../../runtime/model/index.ts";
import { exitCode } from "../exit-code.ts";
import { readPage } from "../node-host.ts";
import type { Call } from "../options.ts";
import { json } from "../report.ts";

export async function run({ paths, options, terminal }: Call): Promise<number> {
  const rules = new Map<string, Entry<never>>(Object.entries(registry));
  const [code] = paths;
  if (code === undefined) {
    const listed = [...rules].map(([name, { severity, why }]) => ({ code: name, severity, why }));
    listed.sort((a, b) => (a.code < b.code ? -1 : 1));
    terminal.out(options.format === "json" ? json({ version: 1, rules: listed }) : table(rules));
    return exitCode.clean;
  }
  const rule = rules.get(code);
  if (!rule) throw unknown(code, [...rules.keys()]);
  const page = await readPage(code);
  if (page === undefined)
    throw new SchedcError(`the page of ${code} is missing from this installation`, { code: "cli/no-page" });
  terminal.out(
    options.format === "json" ? json({ version: 1, code, severity: rule.severity, why: rule.why, page }) : page,
  );
  return exitCode.clean;
}

function table(rules: ReadonlyMap<string, Entry<never>>): string {
  const width = Math.max(...[...rules.keys()].map((code) => code.length));
  const lines = [...rules].map(
    ([code, rule]) => `${code.padEnd(width)}  ${rule.severity.padEnd(7)}  ${generalTexts(rule).message}\n`,
  );
  return lines.sort().join("");
}

/** A slip of a letter or of the area; a part of a code leads to those that hold it. */
function unknown(code: string, known: readonly string[]): SchedcError {
  const part = code.toLowerCase();
  const holding = known.filter((one) => one.includes(part));
  const [, name = code] = code.split("/");
  const near = nearest(code, known) ?? known.find((one) => one.endsWith(`/${name}`));
  const rather =
    near !== undefined
      ? `did you mean ${near}?`
      : holding.length > 0
        ? `there ${holding.length === 1 ? "is" : "are"} ${holding.sort().join(", ")}`
        : "`schedc rules` lists them";
  return new SchedcError(`there is no finding ${code}; ${rather}`, { code: "cli/no-rule" });
}
