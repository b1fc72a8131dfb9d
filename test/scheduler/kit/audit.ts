/** Plays a world and says what does not hold: each fire exactly one fate, never early, never too many at once. */
import type { EventName, Events, JobSpec, SchedcError, Trigger } from "../../../src/runtime/model/index.ts";
import type { FireRecord, Store } from "../../../src/runtime/scheduler/index.ts";
import { takeApart } from "../../../src/runtime/scheduler/parts.ts";
import { prepare } from "../../../src/runtime/trigger/index.ts";
import { createInside, specOf } from "./deeds.ts";
import { createFickleStore } from "./fickle-store.ts";
import { createRig, type Rig } from "./rig.ts";
import { at, every, HOUR, MINUTE, SECOND } from "./triggers.ts";
import type { Act, World } from "./world.ts";

const START = at("2024-01-01T00:00:00Z");

interface Fate {
  readonly state: "succeeded" | "failed" | "skipped" | "missed" | "merged";
  readonly into?: string;
}

interface Fired {
  readonly job: string;
  readonly scheduledAt: number;
  readonly origin: string;
  attempts: number;
  readonly fates: Fate[];
}

export async function audit(world: World): Promise<readonly string[]> {
  const faults: string[] = [];
  const store = createFickleStore(world.store);
  const rig = createRig(START, {
    store,
    ...(world.concurrency !== undefined && { concurrency: world.concurrency }),
  });
  let running = false;
  const { fires, backfilled, unkept } = watch(rig, faults, () => running);
  const inside = createInside(world, faults);
  const specs = world.jobs.map((job, index) => specOf(rig, job, index, inside));
  for (const spec of specs) rig.scheduler.schedule(spec);

  let goesBack = false;
  /** Jobs whose set of fires is the same from the first start to the last stop. */
  const steady = new Set(specs.map(({ id }) => id));
  let started: number | undefined;
  /** The furthest that the wall clock read while running. */
  let latest = Number.NEGATIVE_INFINITY;
  const mend = async (): Promise<void> => {
    store.set(true);
    await rig.clock.advance(2 * SECOND);
  };
  const start = async (): Promise<void> => {
    // What a store has not taken by a stop or a start is let go, and with it what this audit asks for.
    if (!running) await mend();
    running = true;
    await rig.scheduler.start();
    started ??= rig.clock.now();
  };
  const act = async (act: Act): Promise<void> => {
    const spec = "job" in act ? specs[act.job % specs.length] : undefined;
    const handle = spec && rig.scheduler.job(spec.id);
    switch (act.kind) {
      case "advance":
        return rig.clock.advance(act.by);
      case "back":
        goesBack = true;
        return rig.clock.set(rig.clock.now() - act.by);
      case "forth":
        return rig.clock.sleep(act.by);
      case "block":
        return rig.clock.block(act.by);
      case "start":
        return start();
      case "stop": {
        await mend();
        const stopped = rig.scheduler.stop({ drain: act.by });
        await rig.clock.advance(act.by + 5 * SECOND);
        await stopped;
        running = false;
        return;
      }
      case "break store":
        if (running) store.set(false);
        return;
      case "mend store":
        return mend();
      case "pause":
        return handle?.pause();
      case "resume":
        return handle?.resume();
      case "runNow":
        void handle?.runNow();
        return;
      case "backfill":
        handle?.backfill({ from: rig.clock.now() - 30 * SECOND, until: rig.clock.now() }).catch(() => {});
        return;
      case "remove":
        if (spec) steady.delete(spec.id);
        return handle?.remove();
      case "retime":
        if (spec === undefined || handle === undefined) return;
        steady.delete(spec.id);
        rig.scheduler.schedule({ ...spec, trigger: every(11 * SECOND), onDuplicate: "replace" });
        return;
      case "repolicy":
        if (spec === undefined || handle === undefined) return;
        rig.scheduler.schedule({ ...spec, policy: { ...spec.policy, max: 2, priority: 5 }, onDuplicate: "replace" });
        return;
    }
  };
  for (const one of world.acts) {
    await act(one);
    // What the act made due is looked at before the next one hides it.
    rig.scheduler.add({ version: 1, source: "look", jobs: {} });
    await rig.clock.settle();
    if (running) latest = Math.max(latest, rig.clock.now());
  }
  await mend();
  await start();
  await rig.clock.advance(MINUTE);
  latest = Math.max(latest, rig.clock.now());
  const stopped = rig.scheduler.stop({ drain: HOUR });
  await rig.clock.advance(2 * HOUR);
  await stopped;
  running = false;

  // Every place is free again: who asks for a run now gets it.
  const refused = new Set(specs.map(({ id }) => id).filter((id) => rig.scheduler.job(id)));
  for (const id of refused) {
    const ran = (error?: unknown): boolean => (error as SchedcError)?.code !== "run/overlap" && refused.delete(id);
    rig.scheduler
      .job(id)
      ?.runNow()
      .then(() => ran(), ran);
  }
  await rig.clock.advance(HOUR);
  for (const id of refused) faults.push(`${id} found no place when all was over`);

  for (const [key, fire] of fires) {
    if (fire.fates.length !== 1) faults.push(`${key} has ${fire.fates.length} fates: ${JSON.stringify(fire.fates)}`);
    const [fate] = fire.fates;
    if (fate?.into !== undefined && !fires.has(fate.into)) faults.push(`${key} went into ${fate.into}, which is none`);
    const ran = fate?.state === "succeeded" || fate?.state === "failed";
    if (ran !== fire.attempts > 0) faults.push(`${key} ${fate?.state} after ${fire.attempts} attempts`);
  }
  if (!goesBack) {
    for (const { name, at: told, event } of rig.told) {
      if (name === "run.started" && told < (event as unknown as Events["run.started"]).scheduledAt) {
        faults.push(`${event.key} started early`);
      }
    }
  }
  for (const spec of specs) {
    const { limit = Number.POSITIVE_INFINITY } = spec.policy ?? {};
    const counted = [...fires.values()].filter(
      (fire) => fire.job === spec.id && fire.origin === "schedule" && fire.attempts > 0,
    );
    if (counted.length > limit) faults.push(`${spec.id} ran ${counted.length} times, its limit is ${limit}`);
    if (steady.has(spec.id) && started !== undefined) {
      faults.push(...untold(spec, started, latest, fires, rig.told));
    }
  }
  faults.push(
    ...(await unwritten(store, specs, new Map([...fires].filter(([key]) => !backfilled.has(key) && !unkept.has(key))))),
  );
  return faults;
}

/** Fires of the set between two instants of which nobody was told. */
function untold(
  { id, trigger, policy }: JobSpec,
  from: number,
  until: number,
  fires: ReadonlyMap<string, Fired>,
  told: Rig["told"],
): string[] {
  const { timed } = takeApart(trigger);
  if (timed === undefined) return [];
  const known = new Set([...fires.values()].filter((fire) => fire.job === id).map(({ scheduledAt }) => scheduledAt));
  const spans = told
    .map(({ event }) => event as unknown as Events["fire.missed"])
    .filter(({ job, through }) => job === id && through !== undefined);
  const longest = (policy?.jitter ?? 0) + (policy?.spread ?? 0);
  const prepared = prepare(timed as Trigger);
  const faults: string[] = [];
  for (let time = prepared.next(from - 1); time !== undefined && time + longest <= until; time = prepared.next(time)) {
    const fireAt = time;
    if (known.has(fireAt) || spans.some((span) => span.scheduledAt <= fireAt && fireAt <= (span.through ?? 0)))
      continue;
    faults.push(`${id} at ${new Date(fireAt).toISOString()} has no fate`);
    if (faults.length > 3) break;
  }
  return faults;
}

/** Fires whose record in the store says something else than the last event. */
async function unwritten(
  store: Store,
  specs: readonly JobSpec[],
  fires: ReadonlyMap<string, Fired>,
): Promise<string[]> {
  const records = new Map<string, FireRecord>();
  for (const { id } of specs) for (const record of await store.fires(id)) records.set(record.key, record);
  const faults: string[] = [];
  for (const [key, { fates }] of fires) {
    const state = records.get(key)?.state;
    if (state !== fates.at(-1)?.state)
      faults.push(`${key} is ${state} in the store and ${fates.at(-1)?.state} in the events`);
  }
  return faults;
}

const ENDS: { readonly [N in EventName]?: Fate["state"] } = {
  "run.succeeded": "succeeded",
  "run.failed": "failed",
  "fire.skipped": "skipped",
  "fire.missed": "missed",
  "fire.merged": "merged",
};

interface Watched {
  readonly fires: Map<string, Fired>;
  /** Keys of fires that were filled back as well. */
  readonly backfilled: Set<string>;
  /** Keys of runs that were asked for while no store was open, and of what follows them. */
  readonly unkept: Set<string>;
}

function watch(rig: Rig, faults: string[], isRunning: () => boolean): Watched {
  const fires = new Map<string, Fired>();
  const backfilled = new Set<string>();
  const unkept = new Set<string>();
  rig.scheduler.on("*", (event) => {
    if (!("key" in event)) return;
    const { key, job, scheduledAt, origin } = event;
    // A backfill is a second run of the same fire; what the schedule did with it is accounted for on its own.
    if (origin === "backfill") backfilled.add(key);
    if (origin === "backfill") return;
    const fired = fires.get(key) ?? { job, scheduledAt, origin, attempts: 0, fates: [] };
    if (!isRunning() && !fires.has(key)) unkept.add(key);
    fires.set(key, fired);
    if (event.name === "run.started") {
      if (fired.fates.length > 0) faults.push(`${key} started after its end`);
      if (event.attempt !== ++fired.attempts)
        faults.push(`${key} started ${event.attempt} as number ${fired.attempts}`);
    }
    const state = ENDS[event.name];
    if (state !== undefined) fired.fates.push({ state, ...("into" in event && { into: event.into }) });
  });
  return { fires, backfilled, unkept };
}
