/** What the bench calls of peers that bring no types. */
declare module "@breejs/later" {
  interface Schedule {
    next(count: number, from: Date): Date | 0;
    prev(count: number, from: Date): Date | 0;
  }
  const later: {
    readonly date: { UTC(): void };
    readonly parse: { cron(text: string, hasSeconds: boolean): unknown };
    schedule(parsed: unknown): Schedule;
  };
  export default later;
}

declare module "node-schedule" {
  class Range {
    constructor(start: number, end: number, step?: number);
  }
  class RecurrenceRule {
    second: number | readonly Range[];
    minute: number | readonly Range[] | null;
    hour: number | readonly Range[] | null;
    date: number | null;
    month: number | null;
    dayOfWeek: readonly Range[] | null;
    tz: string;
    nextInvocationDate(base: Date): Date | null;
  }
  const schedule: {
    readonly Range: typeof Range;
    readonly RecurrenceRule: typeof RecurrenceRule;
    scheduleJob(cron: string, call: () => void): unknown;
  };
  export default schedule;
}
