/** Reminders that users ask for while the service runs. */
import type { JobHandle, Scheduler } from "schedc/runtime";

export interface Reminder {
  readonly user: string;
  /** Epoch milliseconds; a reminder comes at the whole second. */
  readonly at: number;
}

/** Schedules one reminder. Asking again for the same user and second replaces the first. */
export function scheduleReminder(
  scheduler: Scheduler,
  { user, at }: Reminder,
  notify: (user: string) => unknown,
): JobHandle {
  const second = Math.floor(at / 1000);
  return scheduler.schedule({
    id: `reminder_${user}_${second}`,
    name: `Reminder for user ${user}`,
    trigger: { kind: "instants", zone: "UTC", at: [new Date(second * 1000).toISOString().replace(".000", "")] },
    run: () => notify(user),
    onDuplicate: "replace",
  });
}
