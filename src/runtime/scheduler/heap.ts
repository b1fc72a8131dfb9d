/** A queue by time: what is armed, changed or taken out costs the logarithm of what is held. */

/** A thing in the queue; `index` is its place there, -1 when it is in none. */
export interface Timed<T> {
  at: number;
  index: number;
  /** Among equals, what was put in first comes out first. */
  order: number;
  readonly value: T;
}

export interface TimeQueue<T> {
  readonly size: number;
  put(at: number, value: T): Timed<T>;
  /** Puts it where it belongs by another time, behind its equals; also what was taken out. */
  move(timed: Timed<T>, at: number): void;
  remove(timed: Timed<T>): void;
  /** When the earliest is due; Infinity when there is none. */
  earliest(): number;
  /** Takes out the earliest if it is due at `now`. */
  takeDue(now: number): T | undefined;
  clear(): void;
}

export function createTimeQueue<T>(): TimeQueue<T> {
  const heap: Timed<T>[] = [];
  let order = 0;

  const before = (a: Timed<T>, b: Timed<T>): boolean => a.at < b.at || (a.at === b.at && a.order < b.order);
  const place = (timed: Timed<T>, index: number): void => {
    heap[index] = timed;
    timed.index = index;
  };

  function rise(timed: Timed<T>, from: number): void {
    let index = from;
    while (index > 0) {
      const parent = heap[(index - 1) >> 1] as Timed<T>;
      if (!before(timed, parent)) break;
      place(parent, index);
      index = (index - 1) >> 1;
    }
    place(timed, index);
  }

  function sink(timed: Timed<T>, from: number): void {
    let index = from;
    for (;;) {
      let child = 2 * index + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && before(heap[child + 1] as Timed<T>, heap[child] as Timed<T>)) child++;
      if (!before(heap[child] as Timed<T>, timed)) break;
      place(heap[child] as Timed<T>, index);
      index = child;
    }
    place(timed, index);
  }

  function remove(timed: Timed<T>): void {
    const { index } = timed;
    if (index < 0 || heap[index] !== timed) return;
    timed.index = -1;
    const last = heap.pop() as Timed<T>;
    if (last === timed) return;
    if (before(last, timed)) rise(last, index);
    else sink(last, index);
  }

  return {
    get size() {
      return heap.length;
    },
    put(at, value) {
      const timed: Timed<T> = { at, index: heap.length, order: order++, value };
      rise(timed, heap.length);
      return timed;
    },
    move(timed, at) {
      remove(timed);
      timed.at = at;
      timed.order = order++;
      rise(timed, heap.length);
    },
    remove,
    earliest: () => heap[0]?.at ?? Number.POSITIVE_INFINITY,
    takeDue(now) {
      const first = heap[0];
      if (first === undefined || first.at > now) return undefined;
      remove(first);
      return first.value;
    },
    clear() {
      for (const timed of heap) timed.index = -1;
      heap.length = 0;
    },
  };
}
