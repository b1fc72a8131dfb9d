/** The rules for jobs hold inside templates, and a template that is right is not complained about. */
import { check } from "schedc";
import { describe, expect, test } from "vitest";

async function found(text: string, name = "jobs.sched"): Promise<string[]> {
  const { diagnostics } = await check({ files: { [name]: text } });
  return diagnostics.map(({ code }) => code);
}

const head = "template t(key: string, start: date, due: instant) {\n";
const rest = '\n  run f(key, start, due)\n  id "t:{key}"\n}\n';

describe("what a job may not say, a template may not say", () => {
  test.each<[body: string, code: string]>([
    ["every day", "time/missing"],
    ["every day at 25:00", "syntax/clock-range"],
    ["every 25 minutes", "time/step-needs-anchor"],
    ["every 2 weeks on monday at 9:00", "trigger/needs-phase"],
    ["every month at 9:00", "day/missing"],
    ["every month on the 31st at 9:00", "day/short-month"],
    ["every workday at 9:00", "day/workday-needs-calendar"],
    ["every day at 9:00 during nothing", "name/unknown-window"],
    ["every day at 9:00 in Europe/Berln", "zone/unknown"],
    ["once at 2026-02-30T09:00", "syntax/no-such-date"],
    ["once 0 days before due", "trigger/zero-step"],
    ["after nobody succeeds", "name/unknown-job"],
    ['cron "61 * * * *"', "cron/out-of-range"],
    ["every day at 9:00 from start from due", "trigger/duplicate-clause"],
    ["every hour at 9:00", "time/clock-under-step"],
    ["every day at 9:00\n  max 0", "policy/out-of-range"],
    ["every day at 9:00\n  grace 1m\n  grace 2m", "policy/duplicate"],
    ["every day at 9:00\n  run g", "job/two-runs"],
    ["every 10 minutes\n  jitter 20m", "policy/delay-beyond-next-fire"],
    ["every year on feb 30 at 9:00", "syntax/no-such-date"],
    ["every weekend at 9:00 except sat, sun", "time/never-fires"],
    ["every weekend at 9:00 except sat, sun from start", "time/never-fires"],
    ["every monday at 9:00 in jan from due except jan", "time/never-fires"],
  ])("%s", async (body, code) => {
    const codes = await found(`${head}  ${body}${rest}`);
    if (!codes.includes(code)) expect(codes).toContain(code);
    expect(codes.filter((one) => !one.startsWith("day/short"))).toEqual(code === "day/short-month" ? [] : [code]);
  });

  test("a clock change is warned of", async () => {
    expect(await found(`${head}  every day at 2:30 in Europe/Berlin${rest}`)).toContain("time/clock-in-gap");
  });

  test("one without run or trigger", async () => {
    expect(await found('template t(key: string) {\n  id "{key}"\n}\n')).toEqual(["job/no-run", "job/no-trigger"]);
  });

  test("names with a meaning for objects", async () => {
    expect(
      await found('template constructor(then: string) {\n  once on startup\n  run f(then)\n  id "{then}"\n}\n'),
    ).toEqual(["name/reserved", "name/reserved"]);
  });
});

describe("what a template uses is used", () => {
  test("imports, types, windows and calendars", async () => {
    const text = `import { task } from "./tasks"
import type { Kind } from "./tasks"
import { office } from "./shared.sched"

window night = 22:00-6:00
calendar closed {
  holiday dec 25
}

template t(key: string, kind: Kind) {
  every hour during night, office except closed
  run task(kind)
  id "t:{key}"
}
`;
    const { diagnostics } = await check({
      files: {
        "a.sched": text.replace("night, office", "night or office"),
        "shared.sched": "window office = weekdays 9-17\n",
        "tasks.ts": "export type Kind = string;\nexport function task(kind: Kind): void {}\n",
      },
    });
    expect(diagnostics.map(({ code, message }) => `${code} ${message}`)).toEqual([]);
  });

  test("and what it does not use is not", async () => {
    const text = `import { task } from "some-package"
window night = 22:00-6:00
template t(key: string) {
  once on startup
  run other(key)
  id "t:{key}"
}
`;
    expect((await found(text)).sort()).toEqual(["name/unused-import", "name/unused-window"]);
  });
});

describe("over several files", () => {
  const template = 'template t(key: string) {\n  once on startup\n  run f(key)\n  id "t:{key}"\n}\n';

  test("a template has its name to itself", async () => {
    const { diagnostics } = await check({
      files: {
        "a.sched": template,
        "b.sched": `job t {\n  every day at 9:00\n  run g\n}\n`,
        "c.sched": template.replace("t:", "u:"),
      },
    });
    expect(diagnostics.map(({ code, file }) => `${file} ${code}`)).toEqual([
      "a.sched template/name-taken",
      "c.sched template/name-taken",
      "c.sched template/name-taken",
    ]);
  });

  test("two templates do not share an id", async () => {
    const { diagnostics } = await check({ files: { "a.sched": template, "b.sched": template.replace("t(", "u(") } });
    expect(diagnostics.map(({ code, file }) => `${file} ${code}`)).toEqual(["b.sched job/duplicate-id"]);
  });

  test("a job may wait for others, and none for a template", async () => {
    const after = `every day at 9:00 run load\n${template.replace("once on startup", "after load succeeds")}`;
    expect(await found(after)).toEqual([]);
    expect(await found(`${template}after t succeeds run g\n`)).toEqual(["name/unknown-job"]);
  });
});

test("what defaults say knows no parameters", async () => {
  const text = `defaults {
  on failure run alert("{key} failed")
}

template t(key: string) {
  once on startup
  run f(key)
  id "t:{key}"
  on success run praise("{key} went well")
}
`;
  const { plan } = await check({ files: { "a.sched": text } });
  expect(plan.templates[0]?.policy).toMatchObject({
    onFailure: { args: ["{key} failed"] },
    onSuccess: { args: [{ text: "{key} went well" }] },
  });
});

test("braces of jobs that are no templates are plain", async () => {
  const { plan } = await check({ files: { "a.sched": 'every day at 9:00 run f("{key}") id "{key}" tags "{key}"\n' } });
  expect(plan.jobs[0]).toMatchObject({ id: "{key}", args: ["{key}"], policy: { tags: ["{key}"] } });
});
