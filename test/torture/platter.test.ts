/** The disk that the power-cut torture rebuilds: what a flush makes certain, and what else may be there. */
import { expect, test } from "vitest";
import { createChance } from "../../scripts/torture/chance.ts";
import { createPlatter, type Image } from "../../scripts/torture/power/platter.ts";
import { type Call, readTrace } from "../../scripts/torture/power/trace.ts";

const make = (name: string): Call => ({ kind: "make", name });
const write = (name: string, at: number, text: string): Call => ({ kind: "write", name, at, bytes: Buffer.from(text) });
const flush: Call = { kind: "flush" };
const flushFile = (name: string): Call => ({ kind: "flush", name });

function after(...calls: readonly Call[]) {
  const platter = createPlatter();
  for (const call of calls) platter.apply(call);
  return platter;
}

const texts = (image: Image): object =>
  Object.fromEntries([...image].map(([name, content]) => [name, String(content)]));

/** Every image that a thousand draws come to. */
function possible(platter: ReturnType<typeof createPlatter>): unknown[] {
  const chance = createChance(1);
  const found = Array.from({ length: 1_000 }, () => JSON.stringify(texts(platter.some(chance))));
  return [...new Set(found)]
    .map((one) => JSON.parse(one))
    .sort((a, b) => JSON.stringify(a).length - JSON.stringify(b).length);
}

test("content is certain after its flush, and a name after the directory's", () => {
  expect(texts(after(make("a"), write("a", 0, "xy"), flushFile("a")).least())).toEqual({});
  expect(texts(after(make("a"), write("a", 0, "xy"), flush).least())).toEqual({ a: "" });
  expect(texts(after(make("a"), write("a", 0, "xy"), flushFile("a"), flush).least())).toEqual({ a: "xy" });
});

test("a file that was taken away may come back until its directory is flushed", () => {
  const gone = [make("a"), write("a", 0, "xy"), flushFile("a"), flush, { kind: "unlink", name: "a" } as const];
  expect(texts(after(...gone).least())).toEqual({ a: "xy" });
  expect(possible(after(...gone))).toEqual([{}, { a: "xy" }]);
  expect(texts(after(...gone, flush).least())).toEqual({});
});

test("a later write may be there without an earlier one", () => {
  expect(possible(after(make("a"), flush, write("a", 0, "1"), write("a", 1, "2")))).toEqual(
    expect.arrayContaining([{ a: "" }, { a: "1" }, { a: "12" }, { a: "\u00002" }]),
  );
});

test("a write is torn between sectors, never within one", () => {
  const sectors = possible(after(make("a"), flush, write("a", 0, `${"1".repeat(512)}${"2".repeat(512)}`)));
  const lengths = sectors.map((one) => (one as { a: string }).a.replaceAll("\u0000", "").length);
  expect(new Set(lengths)).toEqual(new Set([0, 512, 1_024]));
});

test("a trace is read as the calls on its directory, and what was said", () => {
  const hex = (text: string): string =>
    [...Buffer.from(text)].map((byte) => `\\x${byte.toString(16).padStart(2, "0")}`).join("");
  const trace = [
    `openat(AT_FDCWD, "${hex("/d")}", O_RDONLY) = 3`,
    `openat(AT_FDCWD, "${hex("/d/a")}", O_RDWR|O_CREAT, 0600) = 4`,
    `openat(AT_FDCWD, "${hex("/elsewhere")}", O_RDWR|O_CREAT, 0600) = 5`,
    `openat(AT_FDCWD, "${hex("/d/none")}", O_RDONLY) = -1 ENOENT (No such file or directory)`,
    `pwrite64(4, "${hex("a, (b")}", 5, 12) = 5`,
    `pwrite64(5, "${hex("no")}", 2, 0) = 2`,
    "fsync(4) = 0",
    "fdatasync(3) = 0",
    "ftruncate(4, 3) = 0",
    `write(1, "${hex("took 7\n")}", 7) = 7`,
    "close(4) = 0",
    `unlink("${hex("/d/a")}") = 0`,
  ].join("\n");
  expect(readTrace(trace, "/d")).toEqual([
    make("a"),
    { kind: "write", name: "a", at: 12, bytes: Buffer.from("a, (b") },
    flushFile("a"),
    flush,
    { kind: "cut", name: "a", size: 3 },
    { kind: "say", what: "took", number: 7 },
    { kind: "unlink", name: "a" },
  ]);
});

test("a text that strace cut short is no trace to go by", () => {
  const trace = 'openat(AT_FDCWD, "\\x2f\\x64\\x2f\\x61", O_RDWR|O_CREAT, 0600) = 4\npwrite64(4, "\\x61"..., 9, 0) = 9';
  expect(() => readTrace(trace, "/d")).toThrow("cut a text short");
});
