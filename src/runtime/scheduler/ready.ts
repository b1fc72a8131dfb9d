/** Fires that may start as soon as the scheduler has room: by priority, then by turns of their jobs. */
import type { Flight } from "./flight.ts";
import { createTimeQueue, type TimeQueue } from "./heap.ts";

export interface ReadyQueue {
  put(flight: Flight): void;
  /** The one whose turn it is. */
  take(): Flight | undefined;
  /** Takes it out, if it is in. */
  remove(flight: Flight): void;
}

/**
 * Turns are fair queueing: a job's nth waiting fire stands behind the other jobs' earlier ones, so a job that
 * brings a thousand at once delays no other by more than one run.
 */
export function createReadyQueue(): ReadyQueue {
  const levels = new Map<number, TimeQueue<Flight>>();
  let descending: number[] = [];
  let turn = 0;

  function level(priority: number): TimeQueue<Flight> {
    const there = levels.get(priority);
    if (there !== undefined) return there;
    const queue = createTimeQueue<Flight>();
    levels.set(priority, queue);
    descending = [...levels.keys()].sort((a, b) => b - a);
    return queue;
  }

  return {
    put(flight) {
      const { job } = flight;
      const at = Math.max(turn, job.turn);
      job.turn = at + 1;
      flight.readyAt = level(job.definition.policy.priority).put(at, flight);
    },
    take() {
      for (const priority of descending) {
        const queue = levels.get(priority) as TimeQueue<Flight>;
        const at = queue.earliest();
        const flight = queue.takeDue(at);
        if (flight === undefined) continue;
        turn = Math.max(turn, at);
        flight.readyAt = undefined;
        return flight;
      }
      return undefined;
    },
    remove(flight) {
      if (flight.readyAt === undefined) return;
      // A queue leaves alone what is in another.
      for (const queue of levels.values()) queue.remove(flight.readyAt);
      flight.readyAt = undefined;
    },
  };
}
