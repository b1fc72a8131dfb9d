import { expect, test } from "vitest";
import {
  type BuildFile,
  checkAll,
  identityOf,
  isReservedName,
  jobsOf,
  parse,
  resolveJob,
} from "../../src/dsl/index.ts";

function idsOf(text: string): readonly (string | undefined)[] {
  return jobsOf(parse(text).file).map((place) => identityOf(place)?.id);
}

test("an id is the groups and the name, or the last word of the task; `id` is the whole", () => {
  const text = `
every day at 2:00 run store.backup
every day at 3:00 run store.cleanup id "nightly cleanup"
group night {
  every day at 2:00 run store.backup
  job sweep { every day at 3:00
    run store.cleanup }
  group deep { every day at 4:00 run vacuum id "vacuum" }
  group deep { every day at 5:00 run analyze }
}`;
  const ids = ["backup", "nightly cleanup", "night.backup", "night.sweep", "vacuum", "night.deep.analyze"];
  expect(idsOf(text)).toEqual(ids);
});

test("a name of `after` is sought in the own group, then outwards", () => {
  const known = new Set(["a", "g.a", "g.h.b", "g.c", "x.y"]);
  expect(resolveJob(["a"], ["g", "h"], known)).toBe("g.a");
  expect(resolveJob(["a"], [], known)).toBe("a");
  expect(resolveJob(["b"], ["g", "h"], known)).toBe("g.h.b");
  expect(resolveJob(["h", "b"], ["g"], known)).toBe("g.h.b");
  expect(resolveJob(["x", "y"], ["g", "h"], known)).toBe("x.y");
  expect(resolveJob(["b"], ["g"], known)).toBeUndefined();
});

test.each(["__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "then"])("%s is no name", (name) => {
  expect(isReservedName(name)).toBe(true);
});

test.each(["backup", "proto", "Constructor", "then.backup"])("%s may be a name", (name) => {
  expect(isReservedName(name)).toBe(false);
});

function filesOf(texts: Readonly<Record<string, string>>): readonly BuildFile[] {
  return Object.entries(texts).map(([name, text]) => ({ name, file: parse(text).file }));
}

function codesByFile(texts: Readonly<Record<string, string>>): Readonly<Record<string, readonly string[]>> {
  const found = [...checkAll(filesOf(texts))].map(([name, list]) => [name, list.map(({ code }) => code)] as const);
  return Object.fromEntries(found);
}

test("an id is one over all files, and the finding names the other place", () => {
  const files = filesOf({ "a.sched": "every hour run f", "b.sched": "every day at 9:00 run f" });
  const [found] = checkAll(files).get("b.sched") ?? [];
  expect(found).toMatchObject({
    code: "job/duplicate-id",
    related: [{ file: "a.sched", span: { start: 15, end: 16 } }],
  });
  expect(checkAll(files).has("a.sched")).toBe(false);
});

test("chains are followed over files, each circle found once", () => {
  const texts = {
    "a.sched": "after c succeeds run a\nafter a fails run b\nevery hour run start\nafter start succeeds run next",
    "b.sched": "after b completes run c\nafter a succeeds and next succeeds run tail",
  };
  expect(codesByFile(texts)).toEqual({ "a.sched": ["job/cycle"] });
  const [found] = checkAll(filesOf(texts)).get("a.sched") ?? [];
  expect(found?.message).toContain("`a` after `c` after `b` after `a`");
  expect(found?.related).toMatchObject([{ file: "b.sched" }, {}]);
});

test("of circles apart each is found, of circles that meet one, and of a long one the first jobs are named", () => {
  const apart = [
    "after b succeeds run a",
    "after a succeeds run b",
    "after d succeeds run c",
    "after c succeeds run d",
  ];
  const between = ["after b succeeds run x", "after x succeeds run y", "after y succeeds and d succeeds run c"];
  expect(codesByFile({ "a.sched": [...apart.slice(0, 2), ...between, ...apart.slice(3)].join("\n") })).toEqual({
    "a.sched": ["job/cycle", "job/cycle"],
  });
  const meeting = ["after b succeeds and c succeeds run a", "after a succeeds run b", "after a succeeds run c"];
  expect(codesByFile({ "a.sched": meeting.join("\n") })).toEqual({ "a.sched": ["job/cycle"] });
  const ring = Array.from({ length: 300 }, (_, i) => `after t${(i + 1) % 300} succeeds run t${i}`);
  const [found] = checkAll(filesOf({ "a.sched": ring.join("\n") })).get("a.sched") ?? [];
  expect(found?.message).toContain("`t0` after `t1` after `t2`");
  expect(found?.message).toContain("after `t9` after 290 more after `t0`");
  expect(found?.related).toHaveLength(9);
});

test("a job that waits for itself is a circle of one", () => {
  expect(codesByFile({ "a.sched": "after f succeeds run f" })).toEqual({ "a.sched": ["job/cycle"] });
});

test("a long chain without a circle is walked in no time and found to be right", () => {
  const jobs = Array.from({ length: 5_000 }, (_, i) => `after t${i} succeeds run t${i + 1}`);
  expect(codesByFile({ "a.sched": ["every hour run t0", ...jobs].join("\n") })).toEqual({});
});

test("the same files in another order give the same findings, up to who counts as first", () => {
  const a = ["a.sched", "after b succeeds run a\nwindow w = 9:00-17:00"] as const;
  const b = ["b.sched", "after a succeeds run b\nafter z succeeds run c"] as const;
  const forward = codesByFile(Object.fromEntries([a, b]));
  const backward = codesByFile(Object.fromEntries([b, a]));
  expect(Object.values(forward).flat().sort()).toEqual(Object.values(backward).flat().sort());
});

test("windows of other files: used there, missed by a letter, from files that are not there", () => {
  const hours = "window officeHours = 9:00-17:00\nwindow nights = 22:00-6:00";
  const uses = 'import { officeHours as o } from "../hours.sched"\nevery hour during o run f';
  expect(codesByFile({ "lib/hours.sched": hours, "lib/jobs/a.sched": uses })).toEqual({
    "lib/hours.sched": ["name/unused-window"],
  });
  const misses = 'import { officeHour } from "./hours.sched"';
  expect(codesByFile({ "lib/hours.sched": hours, "lib/a.sched": misses })).toEqual({
    "lib/hours.sched": ["name/unused-window"],
    "lib/a.sched": ["name/unknown-import"],
  });
  const all = 'import * as hours from "./hours.sched"\nevery hour during hours run f';
  expect(codesByFile({ "lib/hours.sched": hours, "lib/a.sched": all })).toEqual({});
  expect(codesByFile({ "a.sched": `${hours}\nevery hour during officeHour run f` })).toEqual({
    "a.sched": ["name/unused-window"],
  });
  const [alone] = checkAll(filesOf({ "a.sched": 'import { w } from "./b.sched"' })).get("a.sched") ?? [];
  expect(alone).toMatchObject({ code: "name/unknown-file", message: expect.not.stringContaining("did you mean") });
  // The use that leads nowhere may be meant for any of them.
  expect(codesByFile({ "lib/hours.sched": hours, "lib/a.sched": 'import { nights } from "./none.sched"' })).toEqual({
    "lib/a.sched": ["name/unknown-file"],
  });
});

test("a former id goes to one job", () => {
  const texts = {
    "a.sched": 'every hour run a renamed from "old"',
    "b.sched": 'every hour run b renamed from "old"\nevery hour run c renamed from "a"',
  };
  expect(codesByFile(texts)).toEqual({ "b.sched": ["job/renamed-in-use", "job/renamed-in-use"] });
});
