/** `npm run demo`: compiles jobs.sched, plays Monday 2024-01-01 of it on a virtual clock, and shows what became of each fire. */
import { readFileSync } from "node:fs";
import { styleText } from "node:util";
import { compile } from "schedc";
import { playDay } from "./demo/day.ts";
import { pictureOf } from "./demo/picture.ts";
import { renderDay } from "./demo/render.ts";

const here = (name: string): string => readFileSync(new URL(name, import.meta.url), "utf8");
const began = performance.now();

const { diagnostics, modules } = await compile({ files: { "jobs.sched": here("jobs.sched") } });
for (const { code, message } of diagnostics) console.error(`${code}: ${message}`);
if (diagnostics.length > 0 || modules["jobs.sched.ts"] !== here("jobs.sched.ts")) {
  console.error("jobs.sched is not what jobs.sched.ts was made from; see `npm run schedc -- build examples`.");
  process.exit(1);
}
const played = await playDay();

const seconds = ((performance.now() - began) / 1000).toFixed(1);
const picture = pictureOf(played, `played on a virtual clock in ${seconds} s`);
// Colours and a width belong to a terminal; anything else gets plain, whole lines.
const width = process.stdout.isTTY ? Math.max(80, process.stdout.columns) : Number.POSITIVE_INFINITY;
console.log(renderDay(picture, (colour, text) => styleText(colour, text), width));
