/**
 * What one job's fires come to, told the slow way: hundredth by hundredth of a second, with nothing remembered
 * but lists. It shares no code with the scheduler and exists to disagree with it.
 */
export interface Case {
  readonly max: number;
  readonly overlap: "skip" | "queue" | "replace" | "allow";
  readonly queue: number | undefined;
  readonly coalesce: "latest" | "earliest" | "none";
  readonly grace: number;
  readonly catchUp: { readonly mode: "all" | "latest" | "none"; readonly within?: number };
  /** Handlers that do not listen to their signal. */
  readonly stubborn: boolean;
  /** Seconds between fires, and whole seconds that the runs of fire after fire last, 370 ms more each: no end meets a fire. */
  readonly step: number;
  readonly lasts: readonly number[];
  /** At so many elapsed seconds and a quarter the wall clock goes forward by so many seconds. */
  readonly jumps: readonly { readonly at: number; readonly by: number }[];
  /** At so many elapsed seconds and six tenths the process dies; the next one starts so many seconds later. */
  readonly crashes: readonly { readonly at: number; readonly down: number }[];
  readonly interrupted: "rerun" | "drop";
  readonly seconds: number;
}

interface Active {
  readonly fire: number;
  readonly began: number;
  readonly frees: number;
  readonly attempt: number;
  /** When the attempt before began, which a crash cut off. */
  readonly before?: number;
  over: boolean;
}

/** How long the run of a fire lasts, in ms. */
export function lastsFor({ lasts, step }: Case, fire: number): number {
  return (lasts[(fire / 1000 / step) % lasts.length] ?? 0) * 1000 + 370;
}

/** For each fire, by its time in ms: `ran@start`, with its attempt from the second on, `cut@start`, or why it did not run. Open ones are left out. */
export function reference(c: Case): Map<number, string> {
  const fates = new Map<number, string>();
  let active: Active[] = [];
  const queue: number[] = [];
  let [offset, decided, up] = [0, 0, 0];

  for (let now = 0; now <= c.seconds * 1000; now += 10) {
    const start = (fire: number, attempt = 1, before?: number): void => {
      active.push({
        fire,
        began: now,
        frees: now + lastsFor(c, fire),
        attempt,
        over: false,
        ...(before && { before }),
      });
      fates.set(fire, `ran@${now}${attempt > 1 ? ` #${attempt}` : ""}`);
    };
    const free = (): void => {
      active = active.filter((run) => run.frees > now && !(run.over && !c.stubborn));
      while (queue.length > 0 && (active.length < c.max || c.overlap === "allow")) start(queue.shift() as number);
    };
    if (now < up) continue;
    if (now === up && now > 0) {
      const [cut, gone] = [active.filter((run) => !run.over), c.interrupted === "drop"];
      active = [];
      for (const { fire, began, attempt } of cut) {
        if (gone) fates.set(fire, `dropped@${began}`);
        else start(fire, attempt + 1, began);
      }
    }
    free();
    const crash = c.crashes.find(({ at }) => at * 1000 + 600 === now);
    if (crash !== undefined) {
      up = now + crash.down * 1000;
      continue;
    }
    const jump = c.jumps.filter(({ at }) => at * 1000 + 250 === now).reduce((sum, { by }) => sum + by * 1000, 0);
    offset += jump;
    const wall = now + offset;
    const due: number[] = [];
    for (; decided + c.step * 1000 <= wall; decided += c.step * 1000) due.push(decided + c.step * 1000);

    const old = due.filter((fire) => wall - fire > c.grace);
    const inTime = due.filter((fire) => wall - fire <= c.grace);
    const caught = c.catchUp.mode === "none" ? [] : old.filter((fire) => wall - fire <= (c.catchUp.within ?? 1e12));
    for (const fire of old) if (!caught.includes(fire)) fates.set(fire, "missed outage");
    const left = c.catchUp.mode === "latest" ? [...caught.slice(-1), ...inTime] : [...caught, ...inTime];
    const each = c.coalesce === "none" || (c.catchUp.mode === "all" && caught.length > 0);
    const chosen = each ? left : c.coalesce === "latest" ? left.slice(-1) : left.slice(0, 1);
    for (const fire of [...caught, ...inTime]) if (!chosen.includes(fire)) fates.set(fire, "merged");

    for (const fire of chosen) {
      if (c.overlap === "allow" || active.length < c.max) start(fire);
      else if (c.overlap === "skip") fates.set(fire, "skipped overlap");
      else if (c.overlap === "queue") {
        if (queue.length < (c.queue ?? 1e9)) queue.push(fire);
        else fates.set(fire, "skipped overlap");
      } else {
        const oldest = active.find((run) => !run.over);
        queue.push(fire);
        if (oldest === undefined) fates.set(queue.shift() as number, "skipped replaced");
        else {
          oldest.over = true;
          // One that was to start in this very turn never does.
          const never = oldest.began === now;
          if (never) active.splice(active.indexOf(oldest), 1);
          fates.set(
            oldest.fire,
            never && !oldest.before ? "skipped replaced" : `cut@${never ? oldest.before : oldest.began}`,
          );
          free();
        }
      }
    }
  }
  for (const fire of queue) fates.delete(fire);
  return fates;
}
