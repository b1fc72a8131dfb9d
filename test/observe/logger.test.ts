/** A logger of pino's shape hears every event at its level; the real one is tried as well. */
import { Writable } from "node:stream";
import { pino } from "pino";
import { createScheduler, type Logger } from "schedc/runtime";
import { createTestClock } from "schedc/testing";
import { describe, expect, test, vi } from "vitest";
import { every, MINUTE, SECOND } from "../scheduler/kit/triggers.ts";

const start = "2024-01-01T00:00:30Z";

/** A scheduler whose one job fails at first, and then overlaps itself. */
async function play(logger?: Logger): Promise<void> {
  const clock = createTestClock(start);
  const scheduler = createScheduler({ clock, ...(logger && { logger }) });
  let runs = 0;
  scheduler.schedule({
    id: "mails",
    trigger: every(MINUTE),
    run: () => {
      if (runs++ === 0) throw new Error("no mail server");
      return clock.wait(90 * SECOND).then(() => "secret");
    },
  });
  await scheduler.start();
  await clock.advance(4 * MINUTE);
  clock.sleep(10 * MINUTE);
  await clock.advance(MINUTE);
  await scheduler.stop({ drain: MINUTE });
}

function recorder(): { readonly logger: Logger; readonly lines: [string, object, string][] } {
  const lines: [string, object, string][] = [];
  const at = (level: string) => (fields: object, message: string) => void lines.push([level, fields, message]);
  return { logger: { error: at("error"), warn: at("warn"), info: at("info"), debug: at("debug") }, lines };
}

describe("a logger", () => {
  test("hears every event at its level, whoever listens", async () => {
    const { logger, lines } = recorder();
    await play(logger);
    expect(lines.map(([level, , message]) => `${level} ${message}`).slice(0, 7)).toEqual([
      "debug job.added mails",
      "debug run.started mails@2024-01-01T00:01:00Z",
      "error run.failed mails@2024-01-01T00:01:00Z",
      "debug run.started mails@2024-01-01T00:02:00Z",
      "info fire.skipped mails@2024-01-01T00:03:00Z: overlap",
      "debug run.succeeded mails@2024-01-01T00:02:00Z",
      "debug run.started mails@2024-01-01T00:04:00Z",
    ]);
    expect(lines.map(([level, , message]) => `${level} ${message}`)).toContain("warn clock.stepped");
  });

  test("is given the fields of the event, the error as pino has it, and never what a run gave", async () => {
    const { logger, lines } = recorder();
    await play(logger);
    expect(lines.find(([level]) => level === "error")?.[1]).toEqual({
      event: "run.failed",
      job: "mails",
      key: "mails@2024-01-01T00:01:00Z",
      scheduledAt: Date.parse("2024-01-01T00:01:00Z"),
      origin: "schedule",
      attempt: 1,
      startedAt: Date.parse("2024-01-01T00:01:00Z"),
      endedAt: Date.parse("2024-01-01T00:01:00Z"),
      err: new Error("no mail server"),
    });
    expect(lines.some(([, , message]) => message.startsWith("run.succeeded"))).toBe(true);
    expect(JSON.stringify(lines)).not.toContain("secret");
  });

  test("may be without the quiet levels, and may fail", async () => {
    const heard: string[] = [];
    await play({
      error: (_, message) => void heard.push(message),
      warn: () => {
        throw new Error("disk full");
      },
    });
    expect(heard).toEqual(["run.failed mails@2024-01-01T00:01:00Z"]);
    await play({ error: () => Promise.reject(new Error("disk full")), warn: () => {} });
  });
});

test("pino writes the lines, errors serialized", async () => {
  const written: string[] = [];
  const stream = new Writable({
    write(chunk, _encoding, done) {
      written.push(...String(chunk).trim().split("\n"));
      done();
    },
  });
  await play(pino({ level: "info" }, stream));
  const lines = written.map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(lines[0]).toMatchObject({
    level: 50,
    event: "run.failed",
    job: "mails",
    msg: "run.failed mails@2024-01-01T00:01:00Z",
    err: { type: "Error", message: "no mail server", stack: expect.stringContaining("no mail server") },
  });
  expect(lines[1]).toMatchObject({ level: 30, event: "fire.skipped", reason: "overlap" });
  expect(lines.filter(({ level }) => level === 20)).toEqual([]);
});

test("without one the console hears of failures that nobody listens to, and of nothing else", async () => {
  const said = vi.spyOn(console, "error").mockImplementation(() => {});
  const warned = vi.spyOn(console, "warn").mockImplementation(() => {});
  await play();
  expect(said.mock.calls).toEqual([["schedc: run.failed mails@2024-01-01T00:01:00Z", new Error("no mail server")]]);
  expect(warned).not.toHaveBeenCalled();
  vi.restoreAllMocks();
});
