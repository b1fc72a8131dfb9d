/** Runs every example of the specification. */
import { compile } from "schedc";
import { fires } from "schedc/runtime";
import { describe, expect, test } from "vitest";
import { format } from "../../src/dsl/index.ts";
import { type Example, readRules } from "./spec-examples.ts";

const rules = readRules();

test("rules are numbered without gaps, and each has an example", () => {
  const expected: string[] = [];
  for (const { number } of rules) {
    const [chapter = 0, rule = 0] = (expected.at(-1) ?? "0.0").split(".").map(Number);
    expected.push(number.startsWith(`${chapter}.`) ? `${chapter}.${rule + 1}` : `${chapter + 1}.1`);
  }
  expect(rules.map(({ number }) => number)).toEqual(expected);
  expect(rules.filter(({ examples }) => examples.length === 0)).toEqual([]);
  expect(rules.length).toBeGreaterThan(90);
});

describe.each(rules)("§$number $title", ({ examples }) => {
  test.each(examples)("line $line", async (example) => {
    const [kind = "", code = ""] = example.mark.split(" ");
    if (kind === "fires") return checkFires(example);
    if (kind === "format") return checkFormat(example);
    expect(["", "error", "warning"]).toContain(kind);
    const findings = await findingsOf(example.text);
    if (kind === "") expect(findings.filter(({ severity }) => severity === "error")).toEqual([]);
    else expect(findings.map((found) => `${found.severity} ${found.code}`)).toEqual([`${kind} ${code}`]);
  });
});

type Findings = Awaited<ReturnType<typeof compile>>["diagnostics"];

async function findingsOf(text: string): Promise<Findings> {
  const files = filesOf(text);
  const { diagnostics } = await compile({ files });
  const formatted = Object.entries(files).map(([name, source]) => [
    name,
    name.endsWith(".sched") ? format(source).text : source,
  ]);
  const after = await compile({ files: Object.fromEntries(formatted) });
  expect(codes(after.diagnostics)).toEqual(codes(diagnostics));
  return diagnostics;
}

function codes(findings: Findings): readonly string[] {
  return findings.map(({ code }) => code).toSorted();
}

/** A line `-- NAME` begins another file. */
function filesOf(text: string): Readonly<Record<string, string>> {
  const [first = "", ...others] = text.split(/^-- (.+)\n/m);
  const files: Record<string, string> = { "example.sched": first };
  for (let at = 0; at < others.length; at += 2) files[others[at] ?? ""] = others[at + 1] ?? "";
  return files;
}

/** A file of one job, `after INSTANT`, then what follows, in order. */
async function checkFires({ text }: Example): Promise<void> {
  const lines = text.trimEnd().split("\n");
  const at = lines.findIndex((line) => /^after \d{4}-/.test(line));
  expect(at).toBeGreaterThan(0);
  const { diagnostics, plan } = await compile({ files: { "example.sched": lines.slice(0, at).join("\n") } });
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  expect(plan?.jobs).toHaveLength(1);
  const trigger = plan?.jobs[0]?.trigger;
  if (!trigger) return;
  const after = Date.parse(lines[at]?.slice("after ".length) ?? "");
  const ends = lines.at(-1) === "nothing more";
  const expected = lines.slice(at + 1, ends ? -1 : undefined).map((line) => Date.parse(line));
  const limit = expected.length + (ends ? 1 : 0);
  expect(expected.length).toBeGreaterThan(0);
  expect([...fires(trigger, { after, limit })].map(instant)).toEqual(expected.map(instant));
}

function instant(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}

/** What stands before `becomes` is formatted into what stands behind it, which stays as it is. */
function checkFormat({ text }: Example): void {
  const [before = "", after = ""] = text.split("becomes\n");
  expect(format(before).text).toBe(after);
  expect(format(after).text).toBe(after);
}
