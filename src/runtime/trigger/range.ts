/** The span in which fire times exist, whole seconds from 1900 to the end of 2400, and what stands for "none". */
import { DAY, dayOf } from "./civil.ts";

/** One day more on each side than UTC has, since a local date may run ahead or behind. */
export const FIRST_DAY = dayOf(1900, 1, 1) - 1;
export const LAST_DAY = dayOf(2400, 12, 31) + 1;

export const FIRST_SECOND = dayOf(1900, 1, 1) * DAY;
export const LAST_SECOND = dayOf(2401, 1, 1) * DAY - 1;

/** No day: above every day on the way forward, its negative below every day on the way back. */
export const NO_DAY = 1 << 28;

/** No second, likewise. */
export const NEVER = Number.POSITIVE_INFINITY;
export const BEFORE_ALL = Number.NEGATIVE_INFINITY;
