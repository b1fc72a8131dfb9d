/** What a program that uses the runtime ships: bundled, minified and compressed. */

import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

export interface Program {
  readonly name: string;
  readonly source: string;
  /** The most that its bundle may take, compressed, in bytes; and what it is meant to come down to. */
  readonly budget: number;
  readonly goal: number;
}

export const programs: readonly Program[] = [
  {
    name: "trigger functions alone",
    source: 'export { fires, isFire, nextFire, prepare, previousFire } from "schedc/runtime";',
    budget: 14_000,
    goal: 5000,
  },
  {
    name: "a scheduler with one job",
    source: `import { createScheduler } from "schedc/runtime";
const scheduler = createScheduler();
scheduler.schedule({
  id: "report",
  trigger: { kind: "calendar", zone: "UTC", days: [{}], times: { at: ["09:00"] }, dst: { gap: "after", overlap: "first" } },
  run: () => console.log("report"),
});
await scheduler.start();`,
    // With templates, health, commands and what a durable store asks of a start.
    budget: 40_600,
    goal: 12_000,
  },
];

export interface Size {
  /** Bytes minified, and compressed with gzip. */
  readonly minified: number;
  readonly gzip: number;
  /** What each source file adds to the minified bundle, the largest first. */
  readonly files: readonly { readonly path: string; readonly bytes: number }[];
}

const root = fileURLToPath(new URL("..", import.meta.url));

export async function sizeOf(source: string): Promise<Size> {
  const { outputFiles, metafile } = await build({
    stdin: { contents: source, resolveDir: root, loader: "ts" },
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    outdir: "out",
    format: "esm",
    platform: "node",
    target: "node22",
    conditions: ["schedc-source"],
  });
  const [output] = outputFiles;
  const [shares] = Object.values(metafile.outputs);
  return {
    minified: output?.contents.length ?? 0,
    gzip: output ? gzipSync(output.contents, { level: 9 }).length : 0,
    files: Object.entries(shares?.inputs ?? {})
      .map(([path, { bytesInOutput }]) => ({ path, bytes: bytesInOutput }))
      .sort((a, b) => b.bytes - a.bytes),
  };
}
