/**
 * Cuts the power at every system call. A child works under strace; from its trace the disk is rebuilt as it may have been
 * at each call, and a store is started with every image: it must find all that was said to be taken, and nothing torn.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { createSqliteStore } from "schedc/runtime/sqlite";
import { createChance } from "../chance.ts";
import { bundle } from "../child.ts";
import type { LeftOut, Row } from "../report.ts";
import { createPlatter, type Image } from "./platter.ts";
import { readTrace, TRACED } from "./trace.ts";

export interface PowerOptions {
  readonly seed: number;
  /** Images, at least; the child makes as many commits as that takes. */
  readonly images: number;
}

/** At each call: one image without anything that was not flushed, and so many with some of it. */
const TORN = 2;
/** About how many images a commit makes. */
const IMAGES_OF_COMMIT = 55;

interface Promised {
  tried: number;
  taken: number;
  asked: number;
}

export async function powerRun({ seed, images }: PowerOptions): Promise<Row | LeftOut> {
  const what = "power cut at every system call";
  if (spawnSync("strace", ["-V"]).status !== 0) return { what, leftOut: "strace is not here" };
  const directory = realpathSync(mkdtempSync(join(memory() ?? tmpdir(), "schedc-power-")));
  const chance = createChance(seed);
  const lost: string[] = [];
  const wrong: string[] = [];
  try {
    const script = await bundle(new URL("./child.ts", import.meta.url), join(directory, "child.mjs"));
    const commits = Math.max(30, Math.ceil(images / IMAGES_OF_COMMIT));
    const trace = traced(script, directory, commits);
    const platter = createPlatter();
    const promised: Promised = { tried: 0, taken: 0, asked: 0 };
    let [opened, cuts] = [0, 0];
    for (const call of trace) {
      if (call.kind === "say") {
        promised[call.what === "took" ? "taken" : call.what === "try" ? "tried" : "asked"] = call.number;
        continue;
      }
      platter.apply(call);
      cuts++;
      for (const image of [platter.least(), ...Array.from({ length: TORN }, () => platter.some(chance))]) {
        opened++;
        const place = join(directory, "image");
        await look(image, place, promised, (fault) => {
          (fault.includes("lost") ? lost : wrong).push(`call ${cuts}, after ${promised.taken}: ${fault}`);
        });
        rmSync(place, { recursive: true, force: true });
      }
    }
    return {
      what,
      runs: opened,
      faults: cuts,
      lost,
      doubled: [],
      wrong,
      note: `${commits} commits; a run is an image that a store was started with`,
    };
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

function traced(script: string, directory: string, commits: number): ReturnType<typeof readTrace> {
  const place = join(directory, "traced");
  mkdirSync(place, { mode: 0o700 });
  const file = join(directory, "trace");
  const options = ["-e", `trace=${TRACED}`, "-xx", "-s", "1000000", "-o", file];
  const child = [process.execPath, "--no-warnings", script, join(place, "jobs.db"), String(commits)];
  const { status, stderr } = spawnSync("strace", [...options, ...child], { encoding: "utf8" });
  if (status !== 0) throw new Error(`the traced process failed: ${stderr}`);
  return readTrace(readFileSync(file, "latin1"), place);
}

async function look(
  image: Image,
  place: string,
  { tried, taken, asked }: Promised,
  fault: (says: string) => void,
): Promise<void> {
  mkdirSync(place, { mode: 0o700 });
  for (const [name, content] of image) writeFileSync(join(place, name), content, { mode: 0o600 });
  const file = join(place, "jobs.db");
  const store = createSqliteStore({ file });
  try {
    const state = await store.open();
    if (state.lost !== undefined) fault(`the file was set aside, all lost: ${state.lost.message}`);
    const found = state.schedules[0]?.watermark ?? 0;
    if (found < taken) fault(`commit ${taken} was taken and is lost; ${found} is the last`);
    if (found > tried) fault(`commit ${found} is there and was never tried`);
    const running = state.unfinished.map(({ fireAt }) => fireAt);
    if (found > 0 && (running.length !== 1 || running[0] !== found))
      fault(`commit ${found} is torn: running are ${running}`);
    const commands = (await store.commands?.()) ?? [];
    if (commands.length < asked) fault(`command ${asked} was taken and is lost; there are ${commands.length}`);
    await store.close();
    const database = new DatabaseSync(file);
    const said = database.prepare("PRAGMA integrity_check").get()?.integrity_check;
    database.close();
    if (said !== "ok") fault(`integrity: ${String(said)}`);
  } catch (error) {
    fault(`it does not open: ${String(error)} ${String((error as Error).cause ?? "")}`);
    await store.close();
  }
}

/** Where files are memory, thousands of images cost no flush. */
function memory(): string | undefined {
  return statSync("/dev/shm", { throwIfNoEntry: false })?.isDirectory() === true ? "/dev/shm" : undefined;
}
