/** What TypeScript lets an app say to a template of a module; `tsc` over this file is the test, and what it runs must run. */
import { createScheduler, type TemplateHandle } from "schedc/runtime";
import { expect, expectTypeOf, test } from "vitest";
import { register } from "./reminders.sched.ts";

const { reminder, course, ...others } = register(createScheduler());

/** Each line is wrong to TypeScript. */
function wrong(): void {
  // @ts-expect-error: `due` is missing
  reminder.schedule({ userId: "ann" });
  // @ts-expect-error: a user is no number
  reminder.schedule({ userId: 1, due: 0 });
  // @ts-expect-error: there is no such channel
  reminder.schedule({ userId: "ann", due: 0, channel: "post" });
  // @ts-expect-error: there is no such parameter
  reminder.schedule({ userId: "ann", due: 0, chanel: "mail" });
  // @ts-expect-error: an instant is no boolean
  reminder.schedule({ userId: "ann", due: true });
  // @ts-expect-error: which job is not said
  reminder.cancel({ due: 0 });
  // @ts-expect-error: a date in milliseconds is an instant
  course.schedule({ student: "dee", start: 0, end: "2026-03-09" });
  // @ts-expect-error: there is no such template
  others.remind;
}

test("values are given in every form that is meant", () => {
  const temporal = { [Symbol.toStringTag]: "Temporal.Instant", toString: () => "2026-03-30T07:00:00Z" } as const;
  for (const due of ["2026-03-30T09:00", 0, new Date(0), temporal]) {
    expectTypeOf(reminder.schedule).toBeCallableWith({ userId: "ann", due });
    expectTypeOf(reminder.schedule).toBeCallableWith({ userId: "ann", due, channel: undefined });
  }
  expectTypeOf(reminder.cancel).toBeCallableWith("reminder:ann");
  expectTypeOf(reminder.cancel).toBeCallableWith({ userId: "ann" });
  expectTypeOf(reminder.schedule({ userId: "ann", due: temporal }).id).toEqualTypeOf<string>();
  expect(reminder.list().map(({ id }) => id)).toEqual(["reminder:ann"]);
});

test("what is wrong to TypeScript is refused at run time too", () => {
  expect(wrong).toThrow("The template reminder needs due, an instant");
});

test("values are read as tasks get them", () => {
  for (const { values } of reminder.list()) {
    expectTypeOf(values.due).toEqualTypeOf<Date>();
    expectTypeOf(values.channel).toEqualTypeOf<"mail" | "sms">();
  }
  for (const { values } of course.list()) expectTypeOf(values.clock).toEqualTypeOf<string>();
  expectTypeOf(reminder).toExtend<TemplateHandle<never, object, never>>();
  expect(others).toEqual({});
});
