/** The day of `npm run demo`: every fire has one outcome, and the picture shows it. */
import { fires } from "schedc/runtime";
import { beforeAll, describe, expect, test } from "vitest";
import { type Day, midnight, playDay } from "../demo/day.ts";
import { pictureOf } from "../demo/picture.ts";
import { renderDay } from "../demo/render.ts";
import { type JobId, schedule } from "../jobs.sched.ts";

const plain = (_: string, text: string): string => text;
let played: Day;

beforeAll(async () => {
  played = await playDay();
});

describe("the day", () => {
  test.each(Object.keys(schedule.jobs) as JobId[])("gives each fire of %s one outcome", (id) => {
    const { trigger } = schedule.jobs[id];
    const due = [...fires(trigger, { after: midnight - 1, until: midnight + 24 * 60 * 60 * 1000 - 1 })];
    const ended = played.entries.filter(({ job }) => job === id).map(({ at }) => at);
    expect(ended.sort((a, b) => a - b)).toEqual(due);
  });

  test("sends one reminder though two were asked for", () => {
    expect(played.left).toContain("reminders       asked for twice, sent 1 time");
  });
});

describe("the picture", () => {
  test("is the one that is kept beside this test", async () => {
    const picture = renderDay(pictureOf(played, "played"), plain, Number.POSITIVE_INFINITY);
    await expect(picture).toMatchFileSnapshot("demo.expected.txt");
  });

  test("fits a narrow terminal", () => {
    const lines = renderDay(pictureOf(played, "played"), plain, 80).split("\n");
    expect(lines.filter((line) => [...line].length > 80)).toEqual([]);
  });
});
