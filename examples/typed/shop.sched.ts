// Made by schedc from shop.sched; change that file and run `schedc build`. sha256:93a50612be254c5e45ef35031eb181059a90dd2a918c7ab658fad7161fbc413f
import type {
  GivenInstant,
  Jobs,
  Run,
  Schedule,
  Scheduler,
  Template,
} from "schedc/runtime";
import { remind } from "./tasks/orders.ts";
import { sendReport } from "./tasks/reports.ts";
import { isOpen, prices } from "./tasks/shop.ts";

export type JobId = "reports.daily" | "reports.weekly" | "refresh" | "closeDay";

/** The tasks that shop.sched names and does not import: the app gives them. */
export interface Tasks {
  readonly pageOwner: (a: "the weekly report", run: Run) => unknown;
  readonly closeDay: (a: number, run: Run) => unknown;
}

/** The templates of shop.sched: what an app gives, what a task gets, and what an id holds. */
export interface Templates {
  readonly pickUp: Template<
    {
      readonly order: string;
      readonly due: GivenInstant;
      readonly channel?: "mail" | "phone" | undefined;
    },
    {
      readonly order: string;
      readonly due: Date;
      readonly channel: "mail" | "phone";
    },
    "order"
  >;
}

export const schedule: Schedule<JobId, Tasks, Templates> = {
  version: 1,
  source: "shop.sched",
  tasks: ["pageOwner", "closeDay"],
  jobs: {
    /** Sales of the day before, for the people at the counter. */
    "reports.daily": {
      says: "every weekday at 7:30",
      trigger: {
        kind: "calendar",
        zone: "Europe/Berlin",
        days: [{ weekdays: [1, 2, 3, 4, 5] }],
        times: { at: ["07:30"] },
        dst: { gap: "after", overlap: "first" },
      },
      policy: {
        retry: {
          times: 3,
          wait: 30_000,
          backoff: "exponential",
          jitter: false,
        },
        timeout: 300_000,
      },
      run: (run) => sendReport("daily", { to: ["counter@shop.example"] }, run),
    },
    "reports.weekly": {
      says: "every monday at 6:00",
      trigger: {
        kind: "calendar",
        zone: "Europe/Berlin",
        days: [{ weekdays: [1] }],
        times: { at: ["06:00"] },
        dst: { gap: "after", overlap: "first" },
      },
      policy: { deadline: 7_200_000 },
      run: (run) =>
        sendReport(
          "weekly",
          { to: ["owner@shop.example", "tax@shop.example"], format: "csv" },
          run,
        ),
      onFailure: (run, tasks) => tasks.pageOwner("the weekly report", run),
    },
    /** Prices of the wholesaler change all day, and matter while someone can buy. */
    refresh: {
      says: "every 15 minutes during counter",
      trigger: {
        kind: "calendar",
        zone: "Europe/Berlin",
        days: [{}],
        times: {
          every: 900_000,
          ranges: [["09:00", "20:00", [1, 2, 3, 4, 5, 6]]],
        },
        dst: { gap: "skip", overlap: "both" },
      },
      run: (run) => prices.refresh(run.signal),
      when: () => isOpen("counter"),
    },
    /** Given by the app, for it closes over the app's own connections. */
    closeDay: {
      says: "every day at 22:00",
      trigger: {
        kind: "calendar",
        zone: "Europe/Berlin",
        days: [{}],
        times: { at: ["22:00"] },
        dst: { gap: "after", overlap: "first" },
      },
      run: (run, tasks) => tasks.closeDay(run.scheduledAt, run),
    },
  },
  templates: {
    /** One for each order, made by the app when it comes in. */
    pickUp: {
      params: {
        order: { types: ["string"] },
        due: { types: ["instant"] },
        channel: {
          default: "mail",
          types: [{ literal: "mail" }, { literal: "phone" }],
        },
      },
      id: "pickup:{order}",
      says: "once 2 days before due",
      zone: "Europe/Berlin",
      trigger: {
        kind: "instants",
        zone: "Europe/Berlin",
        at: ["{due -2 days}"],
      },
      policy: { onDuplicate: "replace" },
      run: (_run, _tasks, values) =>
        remind(values.order, values.channel, values.due),
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

export function register(
  scheduler: Scheduler,
  tasks: Tasks,
): Jobs<JobId, Templates> {
  return scheduler.add(schedule, tasks);
}
