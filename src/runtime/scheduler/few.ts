/** Short lists of what a job has at work. Many jobs are held and few are at work, so all that are at rest share the empty list. */

export type Few<T> = readonly T[];

export const NONE: Few<never> = Object.freeze([]);

/** The list with one more at its end; the list given is not to be used any more. */
export function withOne<T>(list: Few<T>, one: T): Few<T> {
  if (list.length === 0) return [one];
  (list as T[]).push(one);
  return list;
}

/** The list without it; the list given is not to be used any more. */
export function withoutOne<T>(list: Few<T>, one: T): Few<T> {
  const index = list.indexOf(one);
  if (index < 0) return list;
  if (list.length === 1) return NONE;
  (list as T[]).splice(index, 1);
  return list;
}
