// Made by schedc from reminders.sched; change that file and run `schedc build`. sha256:fb61f7bdecc01f5022a316fbdd43739687f5153c8181703a8bbde23f6b292f68
import type {
  GivenDate,
  GivenInstant,
  GivenTime,
  Jobs,
  Schedule,
  Scheduler,
  Template,
} from "schedc/runtime";
import { sendCourse, sendReminder } from "./mail.ts";

export type JobId = never;

/** The templates of reminders.sched: what an app gives, what a task gets, and what an id holds. */
export interface Templates {
  readonly reminder: Template<
    {
      readonly userId: string;
      readonly due: GivenInstant;
      readonly channel?: "mail" | "sms" | undefined;
    },
    {
      readonly userId: string;
      readonly due: Date;
      readonly channel: "mail" | "sms";
    },
    "userId"
  >;
  readonly course: Template<
    {
      readonly student: string;
      readonly start: GivenDate;
      readonly end: GivenDate;
      readonly clock?: GivenTime | undefined;
      readonly place?: string | undefined;
    },
    {
      readonly student: string;
      readonly start: string;
      readonly end: string;
      readonly clock: string;
      readonly place: string;
    },
    "student"
  >;
}

export const schedule: Schedule<JobId, unknown, Templates> = {
  version: 1,
  source: "reminders.sched",
  jobs: {},
  templates: {
    /** A mail some days before something is due. Scheduling it again moves it. */
    reminder: {
      params: {
        userId: { types: ["string"] },
        due: { types: ["instant"] },
        channel: {
          default: "mail",
          types: [{ literal: "mail" }, { literal: "sms" }],
        },
      },
      id: "reminder:{userId}",
      says: "once 3 days before due",
      zone: "Europe/Berlin",
      trigger: {
        kind: "instants",
        zone: "Europe/Berlin",
        at: ["{due -3 days}"],
      },
      policy: {
        retry: { times: 3, wait: 60_000, backoff: "fixed", jitter: false },
        onDuplicate: "replace",
      },
      run: (_run, _tasks, values) =>
        sendReminder(values.userId, values.due, values.channel),
    },
    /** A lesson of a course on each of its days, at the hour that the student likes, on the student's clock. */
    course: {
      params: {
        student: { types: ["string"] },
        start: { types: ["date"] },
        end: { types: ["date"] },
        clock: { default: "9:00", types: ["time"] },
        place: { default: "Europe/Berlin", types: ["zone"] },
      },
      id: "course:{student}",
      says: "every weekday at clock from start until end",
      zone: "{place}",
      trigger: {
        kind: "calendar",
        zone: "{place}",
        days: [{ weekdays: [1, 2, 3, 4, 5] }],
        times: { at: ["{clock}"] },
        from: "{start}T00:00:00",
        until: "{end}T23:59:59",
        dst: { gap: "after", overlap: "first" },
      },
      policy: { onDuplicate: "replace" },
      run: (run, _tasks, values) => sendCourse(values.student, run.scheduledAt),
    },
  },
  zones: {
    tzdb: "2026c",
    rules: {
      "Europe/Berlin":
        "+1 1916 04-30T23+2 10-01T1+1 1917..1918 04-mon15T2+2 09-mon15T3+1 1940 04-01T2+2 1942 11-02T3+1 1943..1944 03-mon28T2+2 10-mon01T3+1 1945 04-02T2+2 05-24T2+3 09-24T3+2 11-18T3+1 1946 04-14T2+2 10-07T3+1 1947 04-06T3+2 05-11T3+3 06-29T3+2 10-05T3+1 1948 04-18T2+2 10-03T3+1 1949 04-10T2+2 10-02T3+1 1980 04-06T2+2 09-28T3+1 1981..1995 03-sun25T2+2 09-sun24T3+1 1996.. 03-sun25T2+2 10-sun25T3+1",
    },
  },
};

export function register(scheduler: Scheduler): Jobs<JobId, Templates> {
  return scheduler.add(schedule);
}
