/** A schedule of Berlin, as a generated module has it. */
import { type CalendarTrigger, nextFire, type Schedule, type Trigger } from "schedc/runtime";

const weekdays = [{ weekdays: [1, 2, 3, 4, 5] }] as const;
const dst = { gap: "after", overlap: "first" } as const;
const minutes = { minutes: [30], seconds: [0] } as const;

export const business: CalendarTrigger = {
  kind: "calendar",
  zone: "Europe/Berlin",
  days: weekdays,
  times: { hours: [9, 10, 11, 12, 13, 14, 15, 16, 17], ...minutes },
  dst,
};
export const night: CalendarTrigger = {
  kind: "calendar",
  zone: "Europe/Berlin",
  days: [{}],
  times: { at: ["02:30"] },
  dst,
};
/** Both passes of an hour that comes twice. */
export const quarters: CalendarTrigger = {
  kind: "calendar",
  zone: "Europe/Berlin",
  days: [{}],
  times: { hours: Array.from({ length: 24 }, (_, hour) => hour), minutes: [0, 15, 30, 45], seconds: [0] },
  dst: { gap: "skip", overlap: "both" },
};
export const once: Trigger = { kind: "instants", zone: "Europe/Berlin", at: ["2026-12-31T23:59:00"] };

export type Id = "businessTask" | "night.backup" | "afterwards";

export const schedule: Schedule<Id, undefined> = {
  version: 1,
  source: "orders.sched",
  jobs: {
    businessTask: { says: "every weekday 9-17 at :30", trigger: business, run: () => {} },
    "night.backup": { trigger: night, run: () => {} },
    afterwards: { trigger: { kind: "after", all: [{ job: "night.backup", ends: "fails" }] }, run: () => {} },
  },
};

/** A function gives its times: noon of each day in UTC. */
export const custom: Trigger = {
  kind: "custom",
  zone: "UTC",
  task: "noons",
  args: [],
  next: (after) =>
    new Date(nextFire({ ...night, zone: "UTC", times: { at: ["12:00"] } }, after.getTime()) ?? Number.NaN),
};
