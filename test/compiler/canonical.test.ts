import { check } from "schedc";
import { expect, test } from "vitest";
import { canonical, hashOf } from "../../src/compiler/plan/index.ts";
import { planOf, schemaErrors } from "./plan-of.ts";

test("equal data has equal bytes, whatever the order of its keys", () => {
  expect(canonical({ b: [1, { d: null, c: "x" }], a: -0, e: undefined })).toBe('{"a":0,"b":[1,{"c":"x","d":null}]}');
  // By code unit, not by the alphabet of a locale.
  expect(canonical({ é: 1, z: 2, Z: 3, a: 4 })).toBe('{"Z":3,"a":4,"z":2,"é":1}');
  expect(() => canonical({ a: Number.NaN })).toThrow(RangeError);
});

test("the hash is the sha256 of the bytes", () => {
  expect(hashOf("")).toBe("12ae32cb1ec02d01eda3581b127c1fee3b0dc53572ed6baf239721a03d82e126");
});

test("the order of jobs and files is no part of a plan", async () => {
  const a = "every day at 9:00 run a\n";
  const b = "every day at 9:00 run b\n";
  const one = await check({ files: { "a.sched": a, "b.sched": b } });
  const two = await check({ files: { "b.sched": b, "a.sched": a } });
  expect(canonical(one.plan)).toBe(canonical(two.plan));
  expect(one.plan.jobs.map(({ id }) => id)).toEqual(["a", "b"]);
  const first = (await planOf(a + b)).hash;
  expect((await planOf(b + a)).hash).toBe(first);
});

test("the order of a job's triggers, of clauses and of lists is none either", async () => {
  const one = await planOf("job j {\nevery weekday at 8:30\nevery weekend at 10:00\nrun f\n}\n");
  const two = await planOf("job j {\nevery sun, sat at 10:00\nevery mon-fri at 8:30\nrun f\n}\n");
  expect(two.hash).toBe(one.hash);
});

test("a hash speaks of everything but itself", async () => {
  const plan = await planOf("every day at 9:00 run a\n");
  const { hash, ...rest } = plan;
  expect(hashOf(rest)).toBe(hash);
  const [job] = plan.jobs;
  expect(job?.triggerHash).toBe(hashOf(job?.trigger));
  expect((await planOf("every day at 9:00 run a max 2\n")).hash).not.toBe(hash);
});

test("the schema knows every field and nothing else", async () => {
  const plan = await planOf("every day at 9:00 run a\n");
  expect(schemaErrors("plan", { ...plan, extra: 1 })).not.toEqual([]);
  const [job] = plan.jobs;
  const { policy: _, ...bare } = job ?? {};
  expect(schemaErrors("plan", { ...plan, jobs: [bare] })).not.toEqual([]);
  const odd = { ...job, trigger: { ...job?.trigger, times: { at: ["9:00"] } } };
  expect(schemaErrors("plan", { ...plan, jobs: [odd] })).not.toEqual([]);
});
