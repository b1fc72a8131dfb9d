/** The test clock by itself, and with handlers that work on something real. */
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createScheduler } from "schedc/runtime";
import { createTestClock } from "schedc/testing";
import { describe, expect, test } from "vitest";
import { at, every, HOUR, MINUTE, SECOND } from "./kit/triggers.ts";

describe("the test clock", () => {
  test("runs timers at their instants, in order", async () => {
    const clock = createTestClock("2024-01-01T00:00:00Z");
    const ran: [string, number][] = [];
    const arm = (name: string, delay: number) => clock.setTimeout(() => ran.push([name, clock.monotonic()]), delay);
    arm("b", 20);
    arm("a", 10);
    arm("c", 20);
    clock.clearTimeout(arm("never", 15));
    await clock.advance(20);
    expect(ran).toEqual([
      ["a", 10],
      ["b", 20],
      ["c", 20],
    ]);
    expect(clock.now()).toBe(at("2024-01-01T00:00:00.020Z"));
    expect(await clock.runNext()).toBe(false);
  });

  test("set and sleep move the wall clock alone", async () => {
    const clock = createTestClock(0);
    let ran = false;
    clock.setTimeout(() => (ran = true), 10);
    clock.sleep(HOUR);
    clock.set(clock.now() + HOUR);
    await clock.settle();
    expect([ran, clock.now(), clock.monotonic()]).toEqual([false, 2 * HOUR, 0]);
    expect(await clock.runNext()).toBe(true);
    expect([ran, clock.now(), clock.monotonic()]).toEqual([true, 2 * HOUR + 10, 10]);
  });

  test("wait ends with time or with its signal", async () => {
    const clock = createTestClock(0);
    const ended: string[] = [];
    const controller = new AbortController();
    clock.wait(10).then(() => ended.push("time"));
    clock.wait(HOUR, controller.signal).catch((reason: string) => ended.push(reason));
    await clock.advance(10);
    controller.abort("signal");
    await clock.settle();
    expect(ended).toEqual(["time", "signal"]);
  });

  test.each([
    ["2024-01-01T00:00:00", "has no zone"],
    ["yesterday Z", "is no instant"],
  ])("refuses %s", (text, says) => {
    expect(() => createTestClock(text)).toThrow(says);
  });

  test("does not go back by advancing", async () => {
    await expect(createTestClock(10).advanceTo(5)).rejects.toThrow("set() puts it back");
  });
});

describe("a handler at work on something real is waited for", () => {
  test("a file", async () => {
    const folder = await mkdtemp(join(tmpdir(), "schedc-clock-"));
    const clock = createTestClock("2024-01-01T00:00:30Z", { patience: 20_000 });
    const scheduler = createScheduler({ clock });
    const file = join(folder, "count");
    await writeFile(file, "0");
    scheduler.schedule({
      id: "job",
      trigger: every(MINUTE),
      run: async () => writeFile(file, String(Number(await readFile(file, "utf8")) + 1)),
    });
    await scheduler.start();
    await clock.advance(10 * MINUTE);
    expect(await readFile(file, "utf8")).toBe("10");
    await scheduler.stop();
    await rm(folder, { recursive: true });
  });

  test("a request, and one that waits on this clock is not", async () => {
    const server = createServer((_request, response) => setTimeout(() => response.end("ok"), 5)).listen(0, "127.0.0.1");
    await new Promise((resolve) => server.once("listening", resolve));
    const { port } = server.address() as AddressInfo;
    const clock = createTestClock("2024-01-01T00:00:30Z", { patience: 20_000 });
    const scheduler = createScheduler({ clock });
    const ended: [string, number][] = [];
    scheduler.on("run.succeeded", ({ job, scheduledAt, endedAt }) => ended.push([job, endedAt - scheduledAt]));
    scheduler.schedule({
      id: "fetch",
      trigger: every(MINUTE),
      run: async () => (await fetch(`http://127.0.0.1:${port}`)).text(),
    });
    scheduler.schedule({ id: "wait", trigger: every(MINUTE), run: () => clock.wait(10 * SECOND) });
    await scheduler.start();
    await clock.advance(2 * MINUTE);
    expect(ended).toEqual([
      ["fetch", 0],
      ["wait", 10_000],
      ["fetch", 0],
      ["wait", 10_000],
    ]);
    await scheduler.stop();
    server.close();
  });
});
