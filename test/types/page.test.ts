/** `docs/types.md`: below each program stands what `check` says of it. `UPDATE=1` writes that anew. */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { check } from "schedc";
import { expect, test } from "vitest";
import { renderPretty } from "../../src/cli/render/index.ts";
import { createMemoryHost } from "../../src/compiler/memory-host.ts";

const path = fileURLToPath(new URL("../../docs/types.md", import.meta.url));
const page = readFileSync(path, "utf8");
const tasks = /^```ts\n(.*?)^```$/ms.exec(page)?.[1] ?? "";

/** A program, and the block below it that says what is wrong, where something is. */
const block = /^```sched\n(.*?)^```\n(?:\n```text\n.*?^```\n)?/gms;

async function shown(program: string): Promise<string> {
  const host = createMemoryHost({ "tasks.ts": tasks });
  const { diagnostics } = await check({ files: { "jobs.sched": program }, host });
  const said = renderPretty(diagnostics, new Map([["jobs.sched", program]]), { color: false, width: 110 });
  const below = said.replace(/\n\d+ .*\n$/, "").trimEnd();
  const fence = "```";
  return `${fence}sched\n${program}${fence}\n${below === "" ? "" : `\n${fence}text\n${below}\n${fence}\n`}`;
}

test("shows what check says", async () => {
  const programs = [...page.matchAll(block)];
  expect(programs.length).toBeGreaterThan(12);
  let wanted = "";
  let at = 0;
  for (const found of programs) {
    wanted += page.slice(at, found.index) + (await shown(found[1] ?? ""));
    at = found.index + found[0].length;
  }
  wanted += page.slice(at);
  if (process.env.UPDATE) writeFileSync(path, wanted);
  else expect(page).toBe(wanted);
});
