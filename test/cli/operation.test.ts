/** A service of `schedc run --store`, seen and steered by the other commands while it runs and when it does not. */
import { describe, expect, test } from "vitest";
import { type Folder, folderOf } from "./run-cli.ts";

const files = {
  "a.sched": `every day at 4:00 in Europe/Berlin run backup

every day at 5:00 run report("daily") {
  id "reports.daily"
}
`,
  "app.ts": `export const backup = () => "saved";
export const report = () => { throw new Error("no paper"); };
`,
};
const store = ["--store", "jobs.db"];

/** Starts the service and answers how to end it; its events are in `events`, a JSON object each. */
async function served(folder: Folder): Promise<{ readonly events: string[]; stop(): Promise<number> }> {
  const { promise: stopped, resolve: stop } = Promise.withResolvers<void>();
  const { promise: running, resolve: runs } = Promise.withResolvers<void>();
  const events: string[] = [];
  const ended = folder.run(["run", "a.sched", "--tasks", "app.ts", ...store], {
    now: Date.now,
    interrupted: () => stopped,
    out: (text) => void events.push(text),
    err: (text) => text.startsWith("running") && runs(),
  });
  await Promise.race([running, ended]);
  return {
    events,
    async stop() {
      stop();
      return (await ended).code;
    },
  };
}

const json = ({ out }: { out: string }) => JSON.parse(out);

describe("a service with a store", () => {
  test("is seen and steered from beside it", async () => {
    const folder = folderOf(files);
    const service = await served(folder);

    const status = json(await folder.run(["status", ...store, "--format", "json"]));
    expect(status).toMatchObject({ version: 1, store: { schemaVersion: expect.any(Number) }, holder: { alive: true } });
    expect(status.jobs).toMatchObject([
      { id: "backup", paused: false, running: 0, waiting: 0, started: 0, last: [] },
      { id: "reports.daily", paused: false },
    ]);
    expect(status.jobs[0].next).toMatch(/^\d{4}-\d\d-\d\dT0[23]:00:00Z$/);

    expect(await folder.run(["pause", "backup", ...store])).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^backup: /),
    });
    expect((await folder.run(["status", "backup", ...store])).out).toMatch(/ {2}backup +paused\n$/);
    expect((await folder.run(["resume", "backup", ...store])).code).toBe(0);
    expect((await folder.run(["status", "backup", ...store])).out).toMatch(/ {2}backup +next \w+ .* \(in .*\)\n$/);

    expect((await folder.run(["run-now", "backup", "reports.daily", ...store])).code).toBe(0);
    await expect
      .poll(async () =>
        json(await folder.run(["history", ...store, "--format", "json"]))
          .fires.map((one: { state: string }) => one.state)
          .sort(),
      )
      .toEqual(["failed", "succeeded"]);
    const past = await folder.run(["history", "reports.daily", ...store]);
    expect(past.out).toMatch(/reports\.daily {2}failed.*: Error: no paper\n$/);
    expect(past.err).toBe("1 fire, the newest first\n");
    const [only] = json(await folder.run(["history", ...store, "--state", "succeeded", "--format", "json"])).fires;
    expect(only).toMatchObject({ job: "backup", origin: "now", state: "succeeded", result: "saved" });

    const span = ["--from", "2026-01-01T00:00", "--until", "2026-01-03T00:00"];
    expect((await folder.run(["backfill", "backup", ...span, ...store])).code).toBe(0);
    await expect
      .poll(async () => json(await folder.run(["history", "backup", ...store, "--format", "json"])).fires.length)
      .toBe(3);
    expect(
      (await folder.run(["history", "backup", ...store, "-n", "1", "--before", "2026-01-02T00:00:00Z"])).out,
    ).toMatch(/^Thu 2026-01-01 04:00:00 \+01:00 {2}backup {2}succeeded/);

    expect(await service.stop()).toBe(0);
    expect(service.events.map((line) => JSON.parse(line).name)).toEqual(
      expect.arrayContaining(["job.added", "job.paused", "job.resumed", "run.started", "run.succeeded", "run.failed"]),
    );
  });

  test("leaves what is asked while nothing runs to the next start", async () => {
    const folder = folderOf(files);
    await (await served(folder)).stop();
    expect((await folder.run(["status", ...store])).out).toMatch(/^nothing runs with this store\n/);
    expect(await folder.run(["pause", "backup", ...store])).toMatchObject({
      code: 0,
      out: expect.stringContaining("next start"),
    });
    const again = await served(folder);
    await expect.poll(async () => (await folder.run(["status", "backup", ...store])).out).toContain("paused");
    await again.stop();
  });

  test("goes on with what the store knows", async () => {
    const folder = folderOf(files);
    const first = await served(folder);
    await folder.run(["pause", "backup", ...store]);
    await first.stop();
    const second = await served(folder);
    expect((await folder.run(["status", "backup", ...store])).out).toContain("paused");
    await second.stop();
    expect(second.events.some((line) => JSON.parse(line).name === "job.retimed")).toBe(false);
  });

  test("stands by for another one, and lets go when it is stopped", async () => {
    const folder = folderOf(files);
    const first = await served(folder);
    const lines: string[] = [];
    const { promise: waiting, resolve: waits } = Promise.withResolvers<void>();
    const second = folder.run(["run", "a.sched", "--tasks", "app.ts", ...store], {
      interrupted: () => waiting,
      out: (text) => {
        lines.push(text);
        if (text.includes("store.waiting")) waits();
      },
    });
    expect((await second).code).toBe(0);
    expect(lines.some((line) => line.includes("store.waiting"))).toBe(true);
    expect(await first.stop()).toBe(0);
  });
});

test.each([
  [["status", ...store], "jobs.db"],
  [["history", ...store], "jobs.db"],
  [["run-now", "backup", ...store], "jobs.db"],
])("%j says that there is no store", async (line, says) => {
  const { code, err, out } = await folderOf({}).run(line);
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err).toContain(says);
});

test("a job that the store does not know, a state and a span that are none", async () => {
  const folder = folderOf(files);
  await (await served(folder)).stop();
  expect(await folder.run(["pause", "bakup", ...store])).toMatchObject({
    code: 2,
    err: expect.stringContaining("did you mean backup?"),
  });
  expect(await folder.run(["history", ...store, "--state", "lost"])).toMatchObject({
    code: 2,
    err: expect.stringContaining("succeeded"),
  });
  const span = ["backfill", "backup", "--from", "2026-02-01", "--until", "2026-01-01", ...store];
  expect(await folder.run(span)).toMatchObject({ code: 2, err: expect.stringContaining("before --from") });
  const zones = ["backfill", "backup", "reports.daily", "--from", "2026-02-01", ...store];
  expect(await folder.run(zones)).toMatchObject({ code: 2, err: expect.stringContaining("Europe/Berlin and UTC") });
  const until = [
    "backfill",
    "backup",
    "reports.daily",
    "--from",
    "2026-02-01T00:00:00Z",
    "--until",
    "2026-02-02",
    ...store,
  ];
  expect(await folder.run(until)).toMatchObject({ code: 2, err: expect.stringContaining("--until 2026-02-02 is") });
  expect((await folder.run(["run-now", ...store])).code).toBe(2);
  expect((await folder.run(["status"])).code).toBe(2);
});

test("hands the run to tasks that take one, as a built module does", async () => {
  const folder = folderOf({
    "a.sched": `import { clean, note } from "./tasks.ts"

once on startup run clean(30)

once on startup run note("a")
`,
    "tasks.ts": `import type { Run } from "schedc/runtime";
export function clean(days: number, dryRun = false) { return dryRun === false ? "for good" : "not"; }
export function note(what: string, run?: Run) { return run?.id; }
`,
  });
  const results: unknown[] = [];
  const { promise: stopped, resolve: stop } = Promise.withResolvers<void>();
  const { code } = await folder.run(["run", "a.sched"], {
    interrupted: () => stopped,
    out: (text) => {
      const event = JSON.parse(text);
      if (event.name === "run.succeeded") results.push(event.result);
      if (results.length === 2) stop();
    },
  });
  expect(code).toBe(0);
  expect(results.sort()).toEqual(["for good", "note"]);
});

describe("on a terminal", () => {
  test("the last line says what comes next, and leaves no trace", async () => {
    const folder = folderOf({ "a.sched": "every second run tick\n", "app.ts": "export const tick = () => {};\n" });
    const { promise: stopped, resolve: stop } = Promise.withResolvers<void>();
    let screen = "";
    const stream = { isTTY: true, columns: 100 };
    const show = (text: string): void => {
      screen += text;
      if (/succeeded[\s\S]*next tick/.test(screen)) stop();
    };
    const line = ["run", "a.sched", "--tasks", "app.ts", "--color", "never"];
    const world = { now: Date.now, interrupted: () => stopped, out: show, err: show, stdout: stream, stderr: stream };
    expect((await folder.run(line, world)).code).toBe(0);
    expect(screen).toContain("running 1 job; Ctrl+C stops\n");
    expect(screen).toMatch(/1 job · next tick in \d s, \w{3} \d{4}-\d\d-\d\d /);
    expect(screen.endsWith("\r\u001b[2K")).toBe(true);
    expect(screen).not.toContain('{"');
  });
});
