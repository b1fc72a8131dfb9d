/** A task that hello.sched imports: its arguments first, then what is known about the run. */
import type { Run } from "schedc/runtime";

export function greet(name: string, { scheduledAt }: Run): void {
  console.log(`Hello, ${name}! It is ${new Date(scheduledAt).toISOString()}.`);
}
