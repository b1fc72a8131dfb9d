/** The span in which fire times exist, whole seconds from 1900 to the end of 2400, and what stands for "none". */
import { DAY, dayOf } from "./civil.ts";

/** Days to either side that can still reach into the span: a local date runs ahead or behind, a tail over its midnight. */
export const FIRST_DAY = dayOf(1900, 1, 1) - 3;
export const LAST_DAY = dayOf(2400, 12, 31) + 3;

export const FIRST_SECOND = dayOf(1900, 1, 1) * DAY;
export const LAST_SECOND = dayOf(2401, 1, 1) * DAY - 1;

/** No day: above every day on the way forward, its negative below every day on the way back. */
export const NO_DAY = 1 << 28;

/** No second, likewise. */
export const NEVER = Number.POSITIVE_INFINITY;
export const BEFORE_ALL = Number.NEGATIVE_INFINITY;
