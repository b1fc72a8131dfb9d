import { describe, expect, test } from "vitest";
import { verbs } from "../../src/cli/verbs.ts";
import { bad, folderOf, good } from "./run-cli.ts";

describe("schedc fmt", () => {
  const crooked = "every  WEEKDAY   9-17 at :30 run   f\n".replace("WEEKDAY", "weekday");
  const straight = "every weekday 9-17 at :30 run f\n";

  test("rewrites what is not formatted, and nothing the second time", async () => {
    const folder = folderOf({ "a.sched": crooked });
    expect(await folder.run(["fmt"])).toEqual({ code: 0, out: "", err: "formatted a.sched\n" });
    expect(folder.read("a.sched")).toBe(straight);
    expect(await folder.run(["fmt"])).toEqual({ code: 0, out: "", err: "1 file formatted already\n" });
    expect(await folder.run(["fmt", "--check"])).toEqual({ code: 0, out: "", err: "1 file formatted already\n" });
    expect(await folder.run(["fmt", "-q"])).toEqual({ code: 0, out: "", err: "" });
  });

  test("--check names the files and fails; --diff shows why", async () => {
    const folder = folderOf({ "a.sched": crooked, "b.sched": straight.replace(" f", " g") });
    const checked = await folder.run(["fmt", "--check"]);
    expect(checked).toMatchObject({ code: 1, out: "a.sched\n" });
    const shown = await folder.run(["fmt", "--diff"]);
    expect(shown.code).toBe(1);
    expect(shown.out).toBe(`--- a.sched\n+++ a.sched\n@@ -1,1 +1,1 @@\n-${crooked}+${straight}`);
    expect(folder.read("a.sched")).toBe(crooked);
  });

  test("formats the standard input for an editor", async () => {
    const folder = folderOf({});
    const line = ["fmt", "--stdin-filepath", "src/a.sched"];
    expect(await folder.run(line, { input: crooked })).toEqual({ code: 0, out: straight, err: "" });
    expect(await folder.run(["fmt", "-"], { input: straight })).toEqual({ code: 0, out: straight, err: "" });
    const broken = await folder.run(line, { input: "every every\n" });
    expect(broken).toMatchObject({ code: 1, out: "" });
    expect(broken.err).toContain("src/a.sched:1:");
  });

  test("leaves a file with errors as it is", async () => {
    const folder = folderOf({ "a.sched": `every  every\n${crooked}` });
    const { code, err } = await folder.run(["fmt"]);
    expect(code).toBe(1);
    expect(err).toContain("error[");
    expect(err).toMatch(/\nleft a\.sched as it is, for its errors\n$/);
    expect(folder.read("a.sched")).toBe(`every  every\n${crooked}`);
  });

  test("reads within the limits of the config", async () => {
    const long = `every  day at ${Array.from({ length: 1_001 }, (_, i) => `9:00:${String(i % 60).padStart(2, "0")}`)} run f\n`;
    expect(await folderOf({ "a.sched": long }).run(["fmt"])).toMatchObject({ code: 1 });
    const config = JSON.stringify({ limits: { list: 2_000 } });
    const folder = folderOf({ "a.sched": long, "schedc.json": config });
    expect(await folder.run(["fmt"])).toMatchObject({ code: 0 });
    expect(await folder.run(["fmt", "--stdin-filepath", "a.sched"], { input: long })).toMatchObject({ code: 0 });
  });

  test("has a JSON shape", async () => {
    const { out } = await folderOf({ "a.sched": crooked }).run(["fmt", "--check", "--format", "json"]);
    expect(JSON.parse(out)).toEqual({
      version: 1,
      files: [{ file: "a.sched", changed: true, formatted: true }],
      diagnostics: [],
      summary: { errors: 0, warnings: 0 },
    });
    const piped = await folderOf({}).run(["fmt", "-", "--format", "json"], { input: crooked });
    expect(JSON.parse(piped.out).files).toEqual([{ file: "<stdin>", changed: true, formatted: true, text: straight }]);
  });
});

describe("schedc next", () => {
  test("has the JSON shape that programs rely on", async () => {
    const folder = folderOf({ "jobs/a.sched": good });
    const line = ["next", "-n", "2", "--after", "2026-11-23T08:00:00Z", "--format", "json"];
    const { code, out, err } = await folder.run(line);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(JSON.parse(out)).toEqual({
      version: 1,
      jobs: [
        {
          id: "businessTask",
          file: "jobs/a.sched",
          zone: "Europe/Berlin",
          fires: ["2026-11-23T08:30:00Z", "2026-11-23T09:30:00Z"],
          ended: false,
        },
      ],
    });
  });

  test("starts now, shows ten, in the zone of the job or another", async () => {
    const folder = folderOf({ "a.sched": good });
    const { out } = await folder.run(["next"]);
    expect(out.split("\n").slice(0, 3)).toEqual([
      "businessTask  a.sched  Europe/Berlin",
      "  Tue 2026-11-24 13:30:00 +01:00",
      "  Tue 2026-11-24 14:30:00 +01:00",
    ]);
    expect(out.match(/\n {2}\w/g)).toHaveLength(10);
    const elsewhere = await folder.run(["next", "-n", "1", "--in", "Asia/Kolkata"]);
    expect(elsewhere.out).toContain("  Tue 2026-11-24 18:00:00 +05:30");
  });

  test("says when it ends and what no calendar knows", async () => {
    const folder = folderOf({
      "a.sched":
        "once at 2027-01-01T00:00Z run first\nonce at 2020-01-01T00:00Z run past\nonce on startup run begin\nafter first fails run mourn\n",
    });
    const { jobs } = JSON.parse((await folder.run(["next", "--format", "json"])).out);
    expect(jobs).toMatchObject([
      { id: "first", fires: ["2027-01-01T00:00:00Z"], ended: true },
      { id: "past", fires: [], ended: true },
      { id: "begin", fires: [], ended: false, note: "once at each start of the program" },
      { id: "mourn", fires: [], ended: false, note: "when first fails" },
    ]);
  });

  test("says once why there is nothing more, and names a clock where it is read", async () => {
    const folder = folderOf({
      "a.sched": `${good}once at 2027-01-01T00:00Z run first
once at 2020-01-01T00:00Z run past
once on startup run begin
after first fails and past completes run mourn
every 90 minutes after completion in Asia/Tokyo run poll
`,
    });
    const { out } = await folder.run(["next", "--until", "2026-11-24T12:10:00Z"]);
    expect(out).toBe(`businessTask  a.sched  Europe/Berlin
  none in this span

first  a.sched  UTC
  none in this span

past  a.sched  UTC
  never again

begin  a.sched
  once at each start of the program

mourn  a.sched
  when past completes and first fails

poll  a.sched
  1 h 30 min after its last run ended
`);
    const { out: later } = await folder.run(["next", "--job", "first"]);
    expect(later).toBe("first  a.sched  UTC\n  Fri 2027-01-01 00:00:00 +00:00\n  no more after that\n");
  });

  test("bounds a span, which ends no job", async () => {
    const folder = folderOf({ "a.sched": good });
    const line = ["next", "--after", "2026-11-23", "--until", "2026-11-23T09:30", "--in", "Europe/Berlin"];
    const { jobs } = JSON.parse((await folder.run([...line, "--format", "json"])).out);
    expect(jobs[0]).toMatchObject({ fires: ["2026-11-23T08:30:00Z"], ended: false });
  });

  test("shows the delays beside the times", async () => {
    const folder = folderOf({ "a.sched": "every day at 9:00 run f jitter 10m\n" });
    const { jobs } = JSON.parse((await folder.run(["next", "-n", "5", "--format", "json"])).out);
    const [{ fires, starts }] = jobs;
    expect(starts).toHaveLength(5);
    for (const [i, at] of fires.entries()) {
      const delay = Date.parse(starts[i]) - Date.parse(at);
      expect(delay).toBeGreaterThanOrEqual(0);
      expect(delay).toBeLessThan(600_000);
    }
    expect(new Set(fires.map((at: string, i: number) => Date.parse(starts[i]) - Date.parse(at))).size).toBeGreaterThan(
      1,
    );
  });

  test("takes jobs by id", async () => {
    const folder = folderOf({ "a.sched": `${good}every day at 9:00 run g\n` });
    const { jobs } = JSON.parse((await folder.run(["next", "--job", "g", "--format", "json"])).out);
    expect(jobs.map(({ id }: { id: string }) => id)).toEqual(["g"]);
    const { code, err } = await folder.run(["next", "--job", "nobody"]);
    expect(code).toBe(2);
    expect(err).toBe("schedc: there is no job nobody; there are businessTask, g\n");
    const slip = await folder.run(["next", "--job", "bussinesTask"]);
    expect(slip.err).toBe("schedc: there is no job bussinesTask; did you mean businessTask?\n");
    const zone = await folder.run(["next", "--in", "Berlin"]);
    expect(zone.err).toBe("schedc: --in: there is no time zone Berlin; did you mean Europe/Berlin?\n");
  });

  test("shows what it can of a file with errors, and fails", async () => {
    const { code, out, err } = await folderOf({ "a.sched": `${bad}${good}` }).run(["next"]);
    expect(code).toBe(1);
    expect(out).toContain("businessTask");
    expect(err).toContain("error[time/missing]");
    expect(err).toMatch(/[^\n]\n\n$/);
  });

  test.each([
    ["--after", "tomorrow"],
    ["--after", "2026-02-30T00:00:00Z"],
    ["--in", "Berlin"],
    ["--until", "2020-01-01"],
    ["-n", "-1"],
  ])("could not run with %s %s", async (option, value) => {
    const { code, out } = await folderOf({ "a.sched": good }).run(["next", option, value]);
    expect({ code, out }).toEqual({ code: 2, out: "" });
  });
});

describe("schedc explain", () => {
  test("explains a sentence, quoted or not, and files", async () => {
    const folder = folderOf({ "a.sched": `/// Half past.\n${good}` });
    const sentence = await folder.run(["explain", "every weekday 9-17 at :30"]);
    expect(sentence.code).toBe(0);
    expect(sentence.out).toContain("9 fires on a day that has any");
    expect(sentence.out).toContain("30 9-17 * * 1-5");
    expect((await folder.run(["explain", "every", "weekday", "9-17", "at", ":30"])).out).toBe(sentence.out);
    const file = await folder.run(["explain"]);
    expect(file.out).toContain("businessTask  a.sched\n  Half past.\n");
    expect(file.out).toContain("Tue 2026-11-24 13:30:00 +01:00");
  });

  test("fails on a sentence that has no meaning", async () => {
    const { code, out, err } = await folderOf({}).run(["explain", "every second tuesday at 9:00"]);
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(err).toContain("<sentence>:1:");
  });

  test("has a JSON shape", async () => {
    const { out } = await folderOf({}).run(["explain", "once at 2027-01-01T00:00Z", "--format", "json"]);
    expect(JSON.parse(out)).toMatchObject({
      version: 1,
      jobs: [{ sentence: "once at 2027-01-01T00:00Z", first: "2027-01-01T00:00:00Z", next: ["2027-01-01T00:00:00Z"] }],
      diagnostics: [],
      summary: { errors: 0, warnings: 0 },
    });
  });
});

describe("schedc run", () => {
  test("plays a day on a virtual clock", async () => {
    const folder = folderOf({
      "a.sched": `import { never } from "./throws.ts"\n${good}every 4 hours run never\n`,
      "throws.ts": 'throw new Error("a simulation loads no task");\n',
      "durations.json": '{ "never": "5h", "businessTask": 60000 }',
    });
    const line = [
      "run",
      "a.sched",
      "--simulate",
      "1d",
      "--from",
      "2024-01-01T00:00:00Z",
      "--durations",
      "durations.json",
    ];
    const { code, out, err } = await folder.run([...line, "--format", "json"]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    const { fires, ...rest } = JSON.parse(out);
    expect(rest).toEqual({
      version: 1,
      from: "2024-01-01T00:00:00Z",
      until: "2024-01-02T00:00:00Z",
      summary: { succeeded: 12, skipped: 3 },
    });
    expect(fires[0]).toEqual({
      job: "never",
      key: "never@2024-01-01T00:00:00Z",
      scheduledAt: "2024-01-01T00:00:00Z",
      zone: "UTC",
      outcome: "succeeded",
      startedAt: "2024-01-01T00:00:00Z",
      endedAt: "2024-01-01T05:00:00Z",
      attempts: 1,
    });
    const shown = await folder.run(line);
    expect(shown.out).toContain("Mon 2024-01-01 04:00:00 +00:00  never         skipped: overlap\n");
    expect(shown.err).toBe("15 fires in 1 d: 12 succeeded, 3 skipped\n");
  });

  test("runs tasks for real until it is interrupted, arguments first and the run last", async () => {
    const folder = folderOf({
      "a.sched":
        'import { shout } from "./shout.ts"\n\nonce on startup run shout("hello")\n\nonce on startup run given.deep(2) {\n  when open\n}\n',
      "shout.ts":
        "export const heard: unknown[] = [];\nexport function shout(...args: unknown[]) { heard.push(args); }\n",
      "app.ts":
        'import { heard } from "./shout.ts";\nexport default { given: { deep(...args: unknown[]) { heard.push(args); } } };\nexport const open = () => true;\n',
    });
    let stop = (): void => {};
    const stopped = new Promise<void>((resolve) => {
      stop = resolve;
    });
    let lines = "";
    const ended = folder.run(["run", "a.sched", "--tasks", "app.ts", "--format", "pretty"], {
      interrupted: () => stopped,
      out: (text) => {
        lines += text;
        if (lines.match(/succeeded/g)?.length === 2) stop();
      },
    });
    expect((await ended).code).toBe(0);
    const { heard } = await import(`${folder.path}/shout.ts`);
    expect(heard).toEqual([
      ["hello", expect.objectContaining({ id: "shout", attempt: 1 })],
      [2, expect.objectContaining({ id: "deep" })],
    ]);
    expect(folder.read("a.sched.ts")).toBeUndefined();
    const ofTheMachine = /^Tue 2026-11-24 12:00:00 \+00:00 {2}| in \d+ m?s.*$/gm;
    expect(lines.replace(ofTheMachine, "").split("\n").sort()).toEqual(
      expect.arrayContaining(["deep   started", "deep   succeeded", "shout  started", "shout  succeeded"]),
    );
  });

  test("says for what a stop waits", async () => {
    const folder = folderOf({
      "a.sched": "once on startup run slow\nonce on startup run quick\n",
      "app.ts": `export const quick = () => {};
export const slow = () => new Promise((resolve) => { globalThis.letSlowEnd = resolve; });
`,
    });
    let said = "";
    const { code } = await folder.run(["run", "a.sched", "--tasks", "app.ts"], {
      interrupted: async () => {
        while (!("letSlowEnd" in globalThis)) await new Promise((resolve) => setTimeout(resolve));
      },
      err: (text) => {
        said += text;
        if (text.startsWith("stopping")) Reflect.get(globalThis, "letSlowEnd")();
      },
    });
    Reflect.deleteProperty(globalThis, "letSlowEnd");
    expect(code).toBe(0);
    expect(said).toBe("running 2 jobs; Ctrl+C stops\nstopping when slow has ended; Ctrl+C again does not wait\n");
  });

  test.each<[what: string, files: Record<string, string>, line: string[], says: RegExp]>([
    ["without the tasks it needs", {}, [], /nothing gives the task businessTask/],
    [
      "without any of the tasks it needs, told at once",
      {
        "a.sched": `import { f, g } from "./t.ts"
${good}every hour run f when h
every hour run g
`,
        // What types cannot tell: a value that only the running program has.
        "t.ts": "export const [f, g]: any[] = [2, 1];\n",
      },
      [],
      /^schedc: \.\/t\.ts exports no function f; \.\/t\.ts exports no function g; nothing gives the tasks businessTask, h; import them, or name a module that exports them: --tasks MODULE\n$/,
    ],
    ["with a module that is not there", {}, ["--tasks", "gone.ts"], /could not load/],
    ["with a length that is none", {}, ["--simulate", "long"], /--simulate: long is no length/],
    ["beyond all fire times", {}, ["--simulate", "9999999w"], /--simulate: 9999999w is too long/],
    [
      "with durations of no job",
      { "d.json": '{"x":1}' },
      ["--simulate", "1d", "--durations", "d.json"],
      /names x, which is no job/,
    ],
    [
      "with durations that are no JSON",
      { "d.json": "{" },
      ["--simulate", "1d", "--durations", "d.json"],
      /is not JSON/,
    ],
  ])("could not run %s", async (_, files, line, says) => {
    const { code, err } = await folderOf({ "a.sched": good, ...files }).run(["run", "a.sched", ...line]);
    expect(code).toBe(2);
    expect(err).toMatch(says);
  });
});

describe("schedc rules", () => {
  test("lists every code and shows the page of one", async () => {
    const folder = folderOf({});
    const { out } = await folder.run(["rules"]);
    expect(out).toMatch(/^time\/missing +error {4}`every \{head\}` says which days, but not at what time$/m);
    expect(out.trim().split("\n")).toEqual(out.trim().split("\n").toSorted());
    const page = await folder.run(["rules", "time/missing"]);
    expect(page).toMatchObject({ code: 0, err: "" });
    expect(page.out).toMatch(/^# time\/missing\n/);
    expect(JSON.parse((await folder.run(["rules", "time/missing", "--format", "json"])).out)).toMatchObject({
      version: 1,
      code: "time/missing",
      severity: "error",
      page: page.out,
    });
  });

  test.each([
    ["no/such", "`schedc rules` lists them"],
    ["time/mising", "did you mean time/missing?"],
    ["TIME/MISSING", "did you mean time/missing?"],
    ["day/never-fires", "did you mean time/never-fires?"],
    ["in-gap", "there is time/clock-in-gap"],
    ["d-range", "there are cron/backward-range, day/backward-range"],
  ])("leads from %s to what there is", async (code, rather) => {
    const ended = await folderOf({}).run(["rules", code]);
    expect(ended).toMatchObject({ code: 2, out: "" });
    expect(ended.err).toContain(`schedc: there is no finding ${code}; ${rather}`);
  });
});

describe("help", () => {
  test.each(verbs.map(({ name, examples }) => [name, examples] as const))(
    "of %s shows examples",
    async (name, examples) => {
      const { code, out, err } = await folderOf({}).run([name, "--help"]);
      expect({ code, err }).toEqual({ code: 0, err: "" });
      expect(examples.length).toBeGreaterThan(1);
      for (const [line] of examples) expect(out).toContain(`$ ${line}`);
      expect(out).toContain("--format");
    },
  );

  test("is asked for in several ways, and a mistake is told with exit code 2", async () => {
    const folder = folderOf({});
    expect((await folder.run(["--help"])).out).toContain("Exit codes: 0 clean");
    expect((await folder.run(["help", "next"])).out).toContain("--after");
    expect((await folder.run(["--version"])).out).toMatch(/^\d+\.\d+\.\d+/);
    for (const line of [["check", "--nope"], ["check", "--format", "xml"], ["next", "--format", "sarif"], ["run"]]) {
      expect(await folder.run(line)).toMatchObject({ code: 2, out: "" });
    }
  });

  test("of the program shows examples that run", async () => {
    const { out } = await folderOf({}).run(["--help"]);
    const shown = [...out.matchAll(/^ {2}\$ schedc (.*)$/gm)].map(([, line = ""]) => line);
    expect(shown.length).toBeGreaterThan(3);
    const folder = folderOf({ "orders.sched": good });
    for (const line of shown) {
      const words = [...line.matchAll(/"([^"]*)"|\S+/g)].map(([word, quoted]) => quoted ?? word);
      expect(await folder.run(words), line).toMatchObject({ code: 0 });
    }
  });

  test("says nothing of defaults that nobody would ask for", async () => {
    expect((await folderOf({}).run(["check", "--help"])).out).not.toContain("default: false");
  });

  test.each([
    [["chek"], "there is no command chek; did you mean check?", "schedc --help"],
    [
      ["jobs.sched"],
      "there is no command jobs.sched; to look at the file, write `schedc check jobs.sched`",
      "schedc --help",
    ],
    [["check", "--fiz"], "there is no option --fiz; did you mean --fix?", "schedc check --help"],
    [["next", "--count", "x"], "--count: x is no whole number", "schedc next --help"],
    [["next", "-n", "0"], "--count: 0 would show nothing; ask for one or more", "schedc next --help"],
    [["next", "--count"], "--count needs a value", "schedc next --help"],
    [["check", "--format", "xml"], "--format: xml is none of pretty, json, github, sarif", "schedc check --help"],
    [["run"], "no file is named", "schedc run --help"],
    [["rules", "a", "b"], "rules takes 1 argument, and there are 2", "schedc rules --help"],
  ])("%j is refused in the words of the other messages", async (line, said, help) => {
    const { code, out, err } = await folderOf({}).run(line);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    const [first, second] = err.split("\n");
    expect(first).toBe(`schedc: ${said}`);
    expect(second).toContain(`\`${help}\``);
  });
});

test("a mistake of schedc itself is told as one, with exit code 70", async () => {
  const broken = (): never => {
    throw new TypeError("\u001b[31mnobody expected this");
  };
  const { code, err } = await folderOf({ "a.sched": good }).run(["next"], { now: broken });
  expect(code).toBe(70);
  expect(err).toMatch(/^schedc: this is a mistake of schedc \S+ itself/);
  expect(err).toContain("\\u{1b}[31mnobody expected this");
});
