/** What is kept of results and errors: a bounded text, whatever they are. */
import { describe, expect, test } from "vitest";
import { keptError, keptResult } from "../../src/runtime/scheduler/kept.ts";

const MOST = 16_384;
const hostile = new Proxy(
  {},
  {
    get() {
      throw new Error("not even a property");
    },
    ownKeys() {
      throw new Error("nor its keys");
    },
  },
);
const ring: { self?: unknown } = {};
ring.self = ring;

describe("a result", () => {
  test.each([
    [undefined, undefined],
    [null, "null"],
    [{ rows: 3, big: 7n }, '{"rows":3,"big":"7"}'],
    [() => 1, undefined],
    [ring, undefined],
    [hostile, undefined],
    [
      {
        toJSON() {
          throw new Error("no");
        },
      },
      undefined,
    ],
    [Array.from({ length: 50_000 }, () => 1), undefined],
  ])("%#", (value, text) => {
    expect(keptResult(value)).toBe(text);
  });

  test.each([["x".repeat(1_000_000)], ['"\n'.repeat(100_000)], [Array.from({ length: 5_000 }, () => 'quoted " text')]])(
    "that is too long is cut, and JSON still (%#)",
    (value) => {
      const text = keptResult(value) ?? "";
      expect(text.length).toBeLessThanOrEqual(MOST + 2);
      expect(JSON.parse(text)).toContain("characters)");
    },
  );
});

describe("an error", () => {
  test("has its name, code and causes, a line each", () => {
    const cause = new TypeError("no such row", { cause: "timeout" });
    const error = Object.assign(new Error("sync failed", { cause }), { code: "E_SYNC" });
    expect(keptError(error)).toBe("Error (E_SYNC): sync failed\ncaused by TypeError: no such row\ncaused by timeout");
  });

  test("of errors names them", () => {
    expect(keptError(new AggregateError([new Error("a"), "b"], "both"))).toBe("AggregateError: both [Error: a; b]");
  });

  test.each([
    [undefined, "undefined"],
    [null, "null"],
    ["text", "text"],
    [{ status: 500 }, '{"status":500}'],
    [hostile, "what cannot be shown"],
    [Symbol("s"), "Symbol(s)"],
  ])("that is none (%#)", (value, text) => {
    expect(keptError(value)).toBe(text);
  });

  test("that holds itself, as a cause or among its errors, comes to an end", () => {
    const own = new AggregateError([], "me");
    own.errors.push(own, own);
    own.cause = own;
    expect(keptError(own).length).toBeLessThan(1_000);
  });

  test("whose getters throw is kept as far as they let it", () => {
    const trap = Object.defineProperty(new Error("half"), "cause", {
      get() {
        throw new Error("no");
      },
    });
    expect(keptError(trap)).toBe("Error: half");
  });

  test("that is long is cut", () => {
    expect(keptError(new Error("x".repeat(1_000_000))).length).toBeLessThanOrEqual(MOST);
  });
});
