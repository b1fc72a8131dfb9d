/** Plays a world on a durable store, then again from what each of its commits left, as a process finds it that starts after a crash. */
import { isoInstant, type JobSpec, type Trigger } from "../../../src/runtime/model/index.ts";
import type { FireRecord } from "../../../src/runtime/scheduler/index.ts";
import { takeApart } from "../../../src/runtime/scheduler/parts.ts";
import { hasEnded } from "../../../src/runtime/scheduler/store.ts";
import { prepare } from "../../../src/runtime/trigger/index.ts";
import { createInside, specOf } from "./deeds.ts";
import { createDisk, createDurableStore, type Disk, type Image } from "./durable-store.ts";
import { createRig, type Rig } from "./rig.ts";
import { at, MINUTE, SECOND } from "./triggers.ts";
import type { Act, World } from "./world.ts";

const START = at("2024-01-01T00:00:00Z");

/** One call of a handler. */
interface Call {
  readonly key: string;
  readonly attempt: number;
  readonly fence: number;
}

interface Life {
  readonly rig: Rig;
  readonly disk: Disk;
  readonly specs: readonly JobSpec[];
  readonly calls: Call[];
  /** For each commit: when it was, and the calls that handlers had had when the next one came. */
  readonly moments: { readonly at: number; calls: number }[];
}

/** Every so many crashes, the process after it crashes as well, at one of its own commits. */
const TWICE = 5;

/** What does not hold, and how many crashes were played. */
export async function crashEverywhere(world: World, downtime: number): Promise<{ faults: string[]; crashes: number }> {
  const first = await live(world, createDisk(), START);
  for (const one of world.acts) await act(first, one);
  await first.rig.clock.advance(SECOND);
  const faults = [...first.disk.faults];
  const { length } = first.disk.images;
  let crashes = 0;
  for (let index = 0; index < length && faults.length === 0; index++) {
    const isTwice = index % TWICE === 0;
    const second = await restart(world, [crashed(first, index)], downtime, isTwice);
    crashes++;
    faults.push(...second.faults.map((fault) => `after commit ${index}: ${fault}`));
    const { images } = second.life.disk;
    if (images.length === 0) continue;
    // Any of them, but the same one each time that the test is run.
    const again = (index * 31) % images.length;
    const lives = [crashed(first, index), crashed(second.life, again)];
    const third = await restart(world, lives, downtime, false);
    crashes++;
    faults.push(...third.faults.map((fault) => `after commit ${index} and then ${again}: ${fault}`));
  }
  return { faults, crashes };
}

/** What a process left that died after one of its commits. */
interface Crashed {
  readonly image: Image;
  readonly at: number;
  readonly calls: readonly Call[];
  readonly told: Rig["told"];
}

function crashed({ disk, moments, calls, rig }: Life, index: number): Crashed {
  const moment = moments[index] ?? { at: START, calls: 0 };
  return { image: disk.images[index] ?? "", at: moment.at, calls: calls.slice(0, moment.calls), told: rig.told };
}

/** The process that comes after the last of these, played until all that was open is over. */
async function restart(
  world: World,
  before: readonly Crashed[],
  downtime: number,
  keeps: boolean,
): Promise<{ life: Life; faults: string[] }> {
  const { image = "", at: when = START } = before.at(-1) ?? {};
  const life = await live(world, createDisk(image, { keeps }), when + 1 + downtime);
  await life.rig.clock.advance(2 * MINUTE);
  const stopped = life.rig.scheduler.stop({ drain: 10 * MINUTE });
  await life.rig.clock.advance(20 * MINUTE);
  await stopped;
  return { life, faults: examine(before, life, JSON.parse(image).fires) };
}

async function live(world: World, disk: Disk, now: number): Promise<Life> {
  const moments: Life["moments"] = [];
  const calls: Call[] = [];
  const commit = (write: () => void): void => {
    const before = moments.at(-1);
    if (before !== undefined) before.calls = calls.length;
    write();
    moments.push({ at: rig.clock.now(), calls: Number.MAX_SAFE_INTEGER });
  };
  const answer = world.store === "at once" ? commit : async (write: () => void) => commit(write);
  const rig = createRig(now, {
    store: createDurableStore(disk, { answer }),
    ...(world.concurrency !== undefined && { concurrency: world.concurrency }),
  });
  const inside = createInside(world, disk.faults);
  const specs = world.jobs.map((job, index): JobSpec => {
    const spec = specOf(rig, job, index, inside);
    const run: JobSpec["run"] = (run) => {
      calls.push({ key: run.key, attempt: run.attempt, fence: run.fence });
      return spec.run(run);
    };
    return { ...spec, run };
  });
  for (const spec of specs) rig.scheduler.schedule(spec);
  await rig.scheduler.start();
  return { rig, disk, specs, calls, moments };
}

async function act({ rig, specs }: Life, act: Act): Promise<void> {
  const handle = "job" in act ? rig.scheduler.job(specs[act.job % specs.length]?.id ?? "") : undefined;
  switch (act.kind) {
    case "advance":
      return rig.clock.advance(act.by);
    case "back":
      // What starts and ends make has the keys of instants that then come again.
      if (specs.some(({ trigger }) => makesFires(trigger))) return;
      return rig.clock.set(rig.clock.now() - act.by);
    case "forth":
      return rig.clock.sleep(act.by);
    case "block":
      return rig.clock.block(act.by);
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
    case "stop": {
      const stopped = rig.scheduler.stop({ drain: act.by });
      await rig.clock.advance(act.by + 2 * SECOND);
      await stopped;
      return rig.scheduler.start();
    }
  }
}

function makesFires(trigger: Trigger): boolean {
  const { startup, after, completion } = takeApart(trigger);
  return startup || after.length + completion.length > 0;
}

function examine(before: readonly Crashed[], life: Life, found: Record<string, FireRecord>): string[] {
  const { disk, rig, specs, calls } = life;
  const faults = [...disk.faults];
  const { fires, schedules } = disk.content();
  for (const record of Object.values(fires)) {
    if (!hasEnded(record.state) && !(record.state === "waiting" && record.attempt === 0)) {
      faults.push(`${record.key} is ${record.state} when all is over`);
    }
  }
  const began = new Set<string>();
  // A backfill is a second run of the same fire.
  const again = new Set(
    [...before.flatMap(({ told }) => told), ...rig.told]
      .filter(({ event }) => event.origin === "backfill")
      .map(({ event }) => event.key),
  );
  for (const { key, attempt } of [...before.flatMap((one) => one.calls), ...calls]) {
    if (again.has(key)) continue;
    const call = `${key} #${attempt}`;
    if (began.has(call)) faults.push(`${call} was called twice`);
    began.add(call);
  }
  const interrupted = new Map(rig.events("run.interrupted").map((event) => [event.key, event.rerun]));
  for (const { key, state } of Object.values(found)) {
    const rerun = interrupted.get(key);
    if ((state === "running") !== (rerun !== undefined)) faults.push(`${key} was ${state}, told as cut off: ${rerun}`);
    if (rerun === false && calls.some((call) => call.key === key)) faults.push(`${key} ran again although dropped`);
  }
  for (const spec of specs) {
    const own = Object.values(fires).filter(({ job }) => job === spec.id);
    const row = schedules[spec.id];
    if (row === undefined) {
      faults.push(`${spec.id} is unknown to the store`);
      continue;
    }
    const counted = own.filter(({ origin, attempt }) => origin === "schedule" && attempt > 0).length;
    if (counted > (spec.policy?.limit ?? Number.POSITIVE_INFINITY)) faults.push(`${spec.id} ran ${counted} times`);
    faults.push(...unrecorded(spec, row, own), ...unfollowed(spec, Object.values(fires)));
  }
  return faults;
}

/** Fires of its set, since its job lives, that have no record. */
function unrecorded(
  { id, trigger }: JobSpec,
  { since, watermark }: { readonly since: number; readonly watermark: number },
  own: readonly FireRecord[],
): string[] {
  const { timed } = takeApart(trigger);
  if (timed === undefined) return [];
  const known = new Set(own.map(({ fireAt }) => fireAt));
  const spans = own.filter(({ through }) => through !== undefined);
  const prepared = prepare(timed as Trigger);
  const faults: string[] = [];
  for (let time = prepared.next(since - 1); time !== undefined && time <= watermark; time = prepared.next(time)) {
    const fireAt = time;
    if (known.has(fireAt) || spans.some((span) => span.fireAt <= fireAt && fireAt <= (span.through ?? 0))) continue;
    faults.push(`${id} has no record of ${isoInstant(fireAt)}`);
    if (faults.length > 3) break;
  }
  return faults;
}

/** A job that waits for the ends of one other fires once for each of them. */
function unfollowed({ id, trigger }: JobSpec, fires: readonly FireRecord[]): string[] {
  if (trigger.kind !== "after" || trigger.all.length !== 1) return [];
  const [side] = trigger.all;
  const wanted = fires.filter(
    ({ job, state, attempt }) =>
      job === side?.job &&
      attempt > 0 &&
      hasEnded(state) &&
      (side.ends === "completes" || (side.ends === "succeeds") === (state === "succeeded")),
  ).length;
  const made = fires.filter(({ job, origin }) => job === id && origin === "schedule").length;
  return made === wanted ? [] : [`${id} fired ${made} times for ${wanted} ends of ${side?.job}`];
}
