/** The shop itself: its doors and its prices. */

const doors = { counter: true, warehouse: false };

export type Door = keyof typeof doors;

/** A guard: what it answers decides whether the job runs. */
export function isOpen(door: Door): boolean {
  return doors[door];
}

export function setOpen(door: Door, open: boolean): void {
  doors[door] = open;
}

/** A task may be a method of what a module exports. */
export const prices = {
  refreshed: 0,
  async refresh(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    prices.refreshed++;
  },
};
