/** Single instants, resolved and filtered once. */
import type { InstantsTrigger } from "../model/index.ts";
import { dayFilter } from "./elapsed.ts";
import { resolvePoint } from "./point.ts";
import type { PreparedTrigger } from "./prepared.ts";
import { createLimits } from "./scope.ts";
import { createAll } from "./wall.ts";

export function prepareInstants(trigger: InstantsTrigger): PreparedTrigger {
  const limits = createLimits(trigger);
  const sieve = createAll([
    ...dayFilter([{}], trigger.except, trigger.zone),
    ...(limits.elapsed ? [limits.elapsed] : []),
  ]);
  const passes = (instant: number): boolean => {
    if (instant < limits.from || instant > limits.until) return false;
    const second = Math.floor(instant / 1000);
    return sieve === undefined || sieve.next(second) === second;
  };
  const resolved = new Set(trigger.at.map((point) => resolvePoint(point, trigger.zone)));
  const instants = [...resolved].filter(passes).sort((a, b) => a - b);
  return {
    next: (after) => instants.find((instant) => instant > after),
    previous: (before) => instants.findLast((instant) => instant < before),
    has: (instant) => instants.includes(instant),
  };
}
