export const zone = {} as const;
