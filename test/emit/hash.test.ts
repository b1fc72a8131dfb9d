import { describe, expect, test } from "vitest";
import { draftModule, emitModule, isCurrent, isUnedited, readBanner } from "../../src/compiler/emit/index.ts";
import { createMemoryHost } from "../../src/compiler/memory-host.ts";
import { planOf } from "./plans.ts";

const { plan, side } = planOf("orders.sched", [{ id: "a", doc: "First." }]);
const host = createMemoryHost({});
const module = await emitModule(plan, side, { host });
const draft = await draftModule(plan, side, { host });

function unedited(text: string): boolean {
  const banner = readBanner(text);
  if (!banner) throw new Error("no banner");
  return isUnedited(banner);
}

describe("the hash of a module", () => {
  test("tells that building again would change nothing", () => {
    expect(isCurrent(draft, module)).toBe(true);
    expect(unedited(module)).toBe(true);
  });

  test("tells an edit, however small", () => {
    const edited = module.replace("First.", "First!");
    expect(edited).not.toBe(module);
    expect(unedited(edited)).toBe(false);
    expect(isCurrent(draft, edited)).toBe(false);
    expect(unedited(`${module}\n`)).toBe(false);
  });

  test("tells a changed source from an edit", async () => {
    const later = planOf("orders.sched", [{ id: "a", doc: "Second." }]);
    expect(isCurrent(await draftModule(later.plan, later.side, { host }), module)).toBe(false);
    expect(unedited(module)).toBe(true);
  });

  test("tells a changed style", async () => {
    const styled = { ...host, formatOptions: async () => ({ singleQuote: true }) };
    expect(isCurrent(await draftModule(plan, side, { host: styled }), module)).toBe(false);
    const other = await emitModule(plan, side, { host: styled });
    expect(other).toContain("source: 'orders.sched'");
    expect(isCurrent(await draftModule(plan, side, { host: styled }), other)).toBe(true);
  });

  test("does not mind a checkout with CRLF, nor a style that asks for it", async () => {
    const checkedOut = module.replaceAll("\n", "\r\n");
    expect(unedited(checkedOut)).toBe(true);
    expect(isCurrent(draft, checkedOut)).toBe(true);
    const styled = { ...host, formatOptions: async () => ({ endOfLine: "crlf" }) };
    const written = await emitModule(plan, side, { host: styled });
    expect(written).not.toMatch(/[^\r]\n/);
    expect(isCurrent(await draftModule(plan, side, { host: styled }), written)).toBe(true);
  });

  test("is not found where the first line is another", () => {
    expect(readBanner(`\n${module}`)).toBeUndefined();
    expect(readBanner("")).toBeUndefined();
    expect(readBanner(module.replace("sha256:", "sha512:"))).toBeUndefined();
  });

  test("lets options that are no style pass unused", async () => {
    const styled = {
      ...host,
      formatOptions: async () => ({ parser: "babel", rangeEnd: 3, requirePragma: true, insertPragma: true }),
    };
    const body = (text: string): string => text.slice(text.indexOf("\n"));
    expect(body(await emitModule(plan, side, { host: styled }))).toBe(body(module));
  });
});
