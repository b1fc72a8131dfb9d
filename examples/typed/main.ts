/** The shop's service: `node main.ts`. Whatever shop.sched needs and is not given here is an error of `tsc`. */
import { createScheduler } from "schedc/runtime";
import { type JobId, register } from "./shop.sched.ts";

/** Tasks that need the app's own state are closures or methods of a class; nothing has to be global. */
class Till {
  private total = 0;

  sell(amount: number): void {
    this.total += amount;
  }

  closeDay(scheduledAt: number): string {
    const said = `${new Date(scheduledAt).toISOString()}: ${this.total} €`;
    this.total = 0;
    return said;
  }
}

const till = new Till();
const scheduler = createScheduler();
const jobs = register(scheduler, {
  closeDay: (scheduledAt) => till.closeDay(scheduledAt),
  pageOwner: (what, { error }) => console.error(`${what} failed`, error),
});

// Events of these jobs alone; `job` in them is one of their ids, and a job renamed in shop.sched is an error here.
const { "reports.daily": daily, "reports.weekly": weekly } = jobs;
scheduler.on("run.succeeded", ({ job, result }) => console.log(`${job}: ${result}`), {
  of: { [daily.id]: daily, [weekly.id]: weekly } satisfies Partial<Record<JobId, unknown>>,
});
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => void scheduler.stop());
await scheduler.start();

// An order has come in.
jobs.pickUp.schedule({ order: "A-17", due: new Date(Date.now() + 7 * 86_400_000) });
console.log(`the next report is due at ${new Date(jobs["reports.daily"].next() ?? 0).toISOString()}`);
