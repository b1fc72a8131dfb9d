import { expect, test } from "vitest";
import {
  effectiveSettings,
  jobsOf,
  parse,
  policyOf,
  printSetting,
  relativeName,
  resolveWindow,
  settingKey,
} from "../../src/dsl/index.ts";

const text = `
defaults { timezone Europe/Berlin
  grace 5m
  on failure run alert
  dst gap skip }
group night {
  grace 10m
  max 2
  every hour run f grace 15m renamed from "e" renamed from "d" { timezone Asia/Tokyo }
  group deep { max 3
    every hour run g dst overlap both }
}
every hour run h`;

function effectiveOf(task: number): readonly string[] {
  const { file } = parse(text);
  const place = jobsOf(file)[task];
  if (!place) return [];
  const { timezone, policies, renamedFrom } = effectiveSettings(file, place);
  const all = [...(timezone ? [timezone] : []), ...policies.values(), ...renamedFrom];
  return [...new Set(all)].map(printSetting).sort();
}

test("the nearest setting counts, each side of `dst` by itself", () => {
  const common = ["dst gap skip", "on failure run alert"];
  const f = ["grace 15m", "max 2", 'renamed from "d"', 'renamed from "e"', "timezone Asia/Tokyo"];
  expect(effectiveOf(0)).toEqual([...common, ...f].sort());
  const g = ["dst overlap both", "grace 10m", "max 3", "timezone Europe/Berlin"];
  expect(effectiveOf(1)).toEqual([...common, ...g].sort());
  expect(effectiveOf(2)).toEqual([...common, "grace 5m", "timezone Europe/Berlin"].sort());
});

test("ids and names are never shared", () => {
  const { file } = parse('group g { id "x"\n name "y"\n every hour run f }');
  const [place] = jobsOf(file);
  const settings = place && effectiveSettings(file, place);
  expect(settings && [...settings.policies.keys()]).toEqual([]);
  expect(settings && policyOf(settings, "id")).toBeUndefined();
});

test("keys are the words of the language", () => {
  const { file } = parse("every hour run f catch up latest must succeed within 1h on missed run g");
  const body = jobsOf(file)[0]?.job.body ?? [];
  const keys = body.flatMap((item) => (item.kind === "policy" ? [settingKey(item)] : []));
  expect(keys).toEqual(["catch up", "must succeed within", "on missed"]);
});

test("a window is the file's own or one that the imported file declares itself", () => {
  const trees = new Map(
    Object.entries({
      "lib/hours.sched": "window early = 8:00-18:00\nwindow night = 22:00-6:00",
      "lib/more.sched": 'import { night } from "./hours.sched"',
      "jobs/a.sched":
        'import { early as d } from "../lib/hours.sched"\nimport { night } from "../lib/more.sched"\nwindow own = 9:00-17:00',
    }).map(([name, text]) => [name, parse(text).file] as const),
  );
  const file = trees.get("jobs/a.sched");
  const resolve = (name: string): string | undefined =>
    file && resolveWindow(name, { name: "jobs/a.sched", file }, (other) => trees.get(other))?.name.text;
  expect(["own", "d", "early", "night", "none"].map(resolve)).toEqual([
    "own",
    "early",
    undefined,
    undefined,
    undefined,
  ]);
});

test.each([
  ["a.sched", "./b.sched", "b.sched"],
  ["x/a.sched", "b.sched", "x/b.sched"],
  ["x/y/a.sched", "../../b.sched", "b.sched"],
  ["a.sched", "../b.sched", "../b.sched"],
  ["../a.sched", "../b.sched", "../../b.sched"],
  ["/abs/a.sched", "./b.sched", "/abs/b.sched"],
  ["a.sched", "/abs/b.sched", "/abs/b.sched"],
])("from %s, %s is %s", (from, path, name) => {
  expect(relativeName(from, path)).toBe(name);
});
