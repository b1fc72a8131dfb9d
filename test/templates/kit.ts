/** Templates as a generated module has them, for tests of the runtime. */
import type { GivenInstant, Schedule, Store, Template, Trigger } from "schedc/runtime";
import { createRig, type Rig } from "../scheduler/kit/rig.ts";

export interface Tasks {
  send(userId: string, due: Date, note: string): unknown;
}

export interface Types {
  reminder: Template<
    { userId: string; due: GivenInstant; channel?: "mail" | "sms" | undefined },
    { userId: string; due: Date; channel: "mail" | "sms" },
    "userId"
  >;
}

const dueAt: Trigger = { kind: "instants", zone: "Europe/Berlin", at: ["{due}"] };

/** `template reminder(userId: string, due: instant, channel: "mail" | "sms" = "mail") { once at due … }` */
export function reminders(onDuplicate: "replace" | "keep" | "fail", trigger = dueAt): Schedule<never, Tasks, Types> {
  return {
    version: 1,
    source: "reminders.sched",
    tasks: ["send"],
    jobs: {},
    templates: {
      reminder: {
        params: {
          userId: { types: ["string"] },
          due: { types: ["instant"] },
          channel: { types: [{ literal: "mail" }, { literal: "sms" }], default: "mail" },
        },
        id: "r:{userId}",
        name: "Reminder for {userId}",
        zone: "Europe/Berlin",
        trigger,
        policy: { onDuplicate, tags: ["reminder", "{channel}"] },
        run: (_run, tasks, values, text) => tasks.send(values.userId, values.due, text("by {channel}")),
      },
    },
  };
}

export function recorder(): Tasks & { readonly sent: unknown[][] } {
  const sent: unknown[][] = [];
  return { sent, send: (...given) => void sent.push(given) };
}

interface Given {
  readonly policy?: "replace" | "keep" | "fail";
  readonly store?: Store;
  readonly from?: string;
  readonly trigger?: Trigger;
}

/** A scheduler with the template, and tasks that write down what they are handed. */
export function rigOf({ policy = "replace", store, from = "2026-03-01T08:00:00Z", trigger }: Given = {}) {
  const rig: Rig = createRig(from, store && { store });
  const tasks = recorder();
  const jobs = rig.scheduler.add(reminders(policy, trigger), tasks);
  return { ...rig, tasks, reminder: jobs.reminder };
}
