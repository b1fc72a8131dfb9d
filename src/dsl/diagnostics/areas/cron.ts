export const cron = {} as const;
