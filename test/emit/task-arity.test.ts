import { describe, expect, test } from "vitest";
import { createMemoryHost } from "../../src/compiler/memory-host.ts";
import { loadTsMorph } from "../../src/compiler/ts-morph.ts";
import { importedArity } from "../../src/compiler/types/imported-arities.ts";
import { taskArity } from "../../src/compiler/types/task-arity.ts";

const morph = await loadTsMorph();

describe("the parameters of an exported task", () => {
  test.each<[count: number, path: string, text: string]>([
    [2, "f", "export function f(a: string, b = 1) {}"],
    [0, "f", "export async function f() {}"],
    [1, "f", "export function f(this: void, { a }: { a: string }) {}"],
    [Number.POSITIVE_INFINITY, "f", "export function f(a: string, ...rest: unknown[]) {}"],
    [2, "f", "export function f(): void; export function f(a: string, b: number): void; export function f() {}"],
    [1, "f", "export function f(a: string): void; export function f(a: string, hidden = 1): void {}"],
    [1, "f", "export const f = (a: string) => a;"],
    [1, "f", "export const f = (async function (a: string) {}) satisfies unknown;"],
    [3, "f", "export const f: (a: string, b: number, c?: boolean) => void = () => {};"],
    [1, "f", "function g(a: string) {} export { g as f };"],
    [1, "f", "const f = (a: string) => a; export { f };"],
    [2, "default", "export default function (a: string, b: number) {}"],
    [1, "default", "export default (a: string) => a;"],
    [1, "default", "function f(a: string) {} export default f;"],
    [1, "default", "export default function f(a: string) {}"],
    [1, "o.f", "export const o = { f(a: string) {}, g() {} };"],
    [0, "o.f", 'export const o = { "f": () => 1 } as const;'],
    [2, "o.p.f", "const f = (a: string, b: string) => a; export const o = { p: { f } };"],
  ])("%d: %s of %s", (count, path, text) => {
    expect(taskArity(text, path.split("."), morph)).toEqual({ kind: "parameters", count });
  });

  test.each<[path: string, text: string]>([
    ["f", "export const f: Handler = () => {};"],
    ["f", "export const f = wrap(() => {});"],
    ["f", "export class f {}"],
    ["f", "export * from './other.ts';"],
    ["f", "function g() {}"],
    ["f", "export const f = f;"],
    ["o.f", "export const o = { ...others, f() {} };"],
    ["o.f", "export const o = new Mailer();"],
    ["o.f", "export function o() {}"],
    ["f", "export function f( {{{ syntax error"],
  ])("nobody can tell: %s of %s", (path, text) => {
    const answer = taskArity(text, path.split("."), morph);
    // A broken text may still show its parameters; it must not show fewer than it could have.
    if (!text.includes("syntax error")) expect(answer).toEqual({ kind: "unknown" });
  });

  test.each<[path: string, text: string, from: string, there: string]>([
    ["f", 'export { f } from "./b.ts";', "./b.ts", "f"],
    ["f", 'export { g as f } from "./b.ts";', "./b.ts", "g"],
    ["o.f", 'export * as o from "./b.ts";', "./b.ts", "f"],
    ["f", 'import { g } from "./b.ts"; export { g as f };', "./b.ts", "g"],
    ["f", 'import g from "./b.ts"; export { g as f };', "./b.ts", "default"],
    ["o.f", 'import * as o from "./b.ts"; export { o };', "./b.ts", "f"],
  ])("elsewhere: %s of %s", (path, text, from, there) => {
    expect(taskArity(text, path.split("."), morph)).toEqual({ kind: "elsewhere", from, path: there.split(".") });
  });

  test("is followed from module to module, and never in circles", async () => {
    const host = createMemoryHost({
      "a.ts": 'export { f } from "./b/index.ts"; export { loop } from "./b/index.ts";',
      "b/index.ts": 'export { g as f } from "../c.js"; export { loop } from "../a.ts";',
      "c.ts": "export const g = (a: string, b: string) => a + b;",
    });
    const arity = async (name: string): Promise<number | undefined> =>
      await importedArity({ imported: { from: "./a", name, local: name }, members: [] }, "", host, morph);
    expect(await arity("f")).toBe(2);
    expect(await arity("loop")).toBeUndefined();
    expect(await arity("gone")).toBeUndefined();
  });
});
