/** What handlers, listeners and triggers can throw at a scheduler. None of it stops anything else. */
import { describe, expect, test, vi } from "vitest";
import type { Run, Trigger } from "../../src/runtime/model/index.ts";
import { createRig } from "./kit/rig.ts";
import { every, MINUTE, SECOND } from "./kit/triggers.ts";

const hostile = new Proxy(
  {},
  {
    get() {
      throw new Error("not even a property");
    },
  },
);

const trap: PropertyDescriptor = {
  get() {
    throw new Error("not even its maker");
  },
};

const table: readonly [what: string, run: (run: Run) => unknown, fails: boolean][] = [
  [
    "throws an error",
    () => {
      throw new Error("x");
    },
    true,
  ],
  [
    "throws undefined",
    () => {
      throw undefined;
    },
    true,
  ],
  [
    "throws null",
    () => {
      throw null;
    },
    true,
  ],
  [
    "throws what cannot be read",
    () => {
      throw hostile;
    },
    true,
  ],
  [
    "throws a frozen error",
    () => {
      throw Object.freeze(new Error("x"));
    },
    true,
  ],
  [
    "throws a promise",
    () => {
      throw Promise.resolve(1);
    },
    true,
  ],
  [
    "rejects",
    async () => {
      throw new Error("x");
    },
    true,
  ],
  ["rejects with undefined", () => Promise.reject(undefined), true],
  ["rejects later", () => new Promise((_, reject) => queueMicrotask(() => reject(new Error("x")))), true],
  [
    "returns a thenable whose then throws",
    () => ({
      // biome-ignore lint/suspicious/noThenProperty: what it is about
      then() {
        throw new Error("x");
      },
    }),
    true,
  ],
  [
    "returns a thenable that answers twice",
    () => ({
      // biome-ignore lint/suspicious/noThenProperty: what it is about
      then(yes: (v: unknown) => void, no: (v: unknown) => void) {
        yes(1);
        no(2);
      },
    }),
    false,
  ],
  ["returns what cannot be read", () => hostile, false],
  ["returns a promise that cannot be read", () => Object.defineProperty(Promise.resolve(1), "constructor", trap), true],
  ["returns a value", () => 1, false],
];

test.each(table)("a handler that %s", async (_what, run, fails) => {
  const rig = createRig();
  rig.job({ id: "odd", trigger: every(MINUTE), run });
  rig.job({ id: "same-instant", trigger: every(MINUTE) });
  await rig.scheduler.start();
  await rig.clock.advance(2 * MINUTE);
  const odd = rig.lines(fails ? "run.failed" : "run.succeeded").filter((line) => line.includes("odd"));
  expect(odd).toHaveLength(3);
  expect(rig.lines("run.succeeded").filter((line) => line.includes("same-instant"))).toHaveLength(3);
});

test("a handler that calls back into the scheduler at once", async () => {
  const rig = createRig("2024-01-01T00:00:30Z");
  const job = rig.job({
    trigger: every(MINUTE),
    run: ({ scheduledAt }) => {
      rig.job({ id: `child-${scheduledAt}`, trigger: every(10 * SECOND), policy: { limit: 1 } });
      job.pause();
      job.resume();
      void job.runNow().catch(() => {});
    },
    policy: { overlap: "skip" },
  });
  await rig.scheduler.start();
  await rig.clock.advance(3 * MINUTE);
  expect(rig.lines("run.started").filter((line) => !line.includes("child"))).toHaveLength(3);
  expect(rig.lines("run.started").filter((line) => line.includes("child"))).toHaveLength(3);
});

describe("a listener", () => {
  test.each([
    [
      "throws",
      () => {
        throw new Error("x");
      },
    ],
    ["rejects", () => Promise.reject(new Error("x"))],
  ])("that %s is told of and keeps no other from hearing", async (_what, listener) => {
    const rig = createRig("2024-01-01T00:00:30Z");
    const heard: string[] = [];
    rig.scheduler.on("run.started", listener);
    rig.scheduler.on("run.started", ({ key }) => heard.push(key));
    rig.job({ trigger: every(MINUTE) });
    await rig.scheduler.start();
    await rig.clock.advance(2 * MINUTE);
    expect(heard).toHaveLength(2);
    expect(rig.lines("run.succeeded")).toHaveLength(2);
    expect(rig.events("handler.failed")).toMatchObject([{ where: "listener" }, { where: "listener" }]);
  });

  test("of failures that fails itself goes to the logger, once", async () => {
    const logged: string[] = [];
    const logger = { error: (_: object, message: string) => logged.push(message), warn() {} };
    const rig = createRig("2024-01-01T00:00:30Z", { logger });
    rig.scheduler.on("*", () => {
      throw new Error("always");
    });
    rig.job({ trigger: every(MINUTE) });
    await rig.scheduler.start();
    await rig.clock.advance(MINUTE);
    expect(rig.lines("run.succeeded")).toHaveLength(1);
    expect(logged.length).toBeGreaterThan(0);
  });

  test("that was ended by one before it hears no more", async () => {
    const rig = createRig();
    let calls = 0;
    rig.scheduler.on("run.started", () => off());
    const off = rig.scheduler.on("run.started", () => void calls++);
    rig.job({ trigger: every(MINUTE) });
    await rig.scheduler.start();
    await rig.clock.advance(MINUTE);
    expect(calls).toBe(0);
  });

  test("ends with what on() gave, also while it is called", async () => {
    const rig = createRig();
    let calls = 0;
    const off = rig.scheduler.on("run.started", () => {
      calls++;
      off();
    });
    rig.job({ trigger: every(MINUTE) });
    await rig.scheduler.start();
    await rig.clock.advance(5 * MINUTE);
    expect(calls).toBe(1);
  });
});

test("a clock that fails once costs one turn", async () => {
  const rig = createRig();
  const { now } = rig.clock;
  let broken = false;
  rig.clock.now = () => {
    if (broken) {
      broken = false;
      throw new Error("no time");
    }
    return now();
  };
  rig.job({ trigger: every(MINUTE, "2024-01-01T00:01:00Z") });
  await rig.scheduler.start();
  broken = true;
  await expect(rig.clock.advance(MINUTE)).rejects.toThrow("no time");
  await rig.clock.advance(2 * MINUTE);
  expect(rig.lines("run.succeeded").length).toBeGreaterThan(1);
});

test("a failure that nobody listens to goes to the console, where the app has no logger", async () => {
  const { createScheduler } = await import("../../src/runtime/scheduler/index.ts");
  const logged: unknown[][] = [];
  vi.spyOn(console, "error").mockImplementation((...line) => void logged.push(line));
  const scheduler = createScheduler();
  const error = new Error("x");
  const job = scheduler.schedule({
    id: "job",
    trigger: every(MINUTE),
    run: () => {
      throw error;
    },
  });
  await job.runNow().catch(() => {});
  expect(logged).toEqual([[expect.stringMatching(/^schedc: run\.failed job@.*#1$/), error]]);
  scheduler.on("run.failed", () => {});
  await job.runNow().catch(() => {});
  expect(logged).toHaveLength(1);
  vi.restoreAllMocks();
});

describe("a custom trigger", () => {
  const custom = (next: (after: Date) => Date | null): Trigger => ({
    kind: "custom",
    zone: "UTC",
    task: "f",
    args: [],
    next,
  });
  test.each([
    ["goes back", (after: Date) => new Date(after.getTime() - 1)],
    ["stands still", (after: Date) => after],
    ["gives no date", () => new Date(Number.NaN)],
    [
      "throws",
      () => {
        throw new Error("x");
      },
    ],
  ])("that %s stops, is told of, and stops nothing else", async (_what, next) => {
    const rig = createRig();
    rig.job({ id: "custom", trigger: custom(next) });
    rig.job({ id: "other", trigger: every(MINUTE) });
    await rig.scheduler.start();
    await rig.clock.advance(2 * MINUTE);
    expect(rig.events("handler.failed")).toMatchObject([{ where: "trigger", job: "custom" }]);
    expect(rig.events("run.succeeded").map(({ job }) => job)).toEqual(["other", "other", "other"]);
  });

  test("that is sound fires", async () => {
    const rig = createRig();
    rig.job({ trigger: custom((after) => new Date(after.getTime() + 90 * SECOND)) });
    await rig.scheduler.start();
    await rig.clock.advance(5 * MINUTE);
    expect(rig.lines("run.succeeded")).toHaveLength(3);
  });
});
