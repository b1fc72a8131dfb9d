/** The package `schedc-runtime`: the doors of the runtime alone, out of the same `dist`, with no dependency. */
import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";

interface Manifest {
  readonly version: string;
  readonly license: string;
  readonly engines: unknown;
  readonly repository?: unknown;
  readonly peerDependencies?: unknown;
  readonly peerDependenciesMeta?: unknown;
}

const readme = `# schedc-runtime

What modules compiled by \`schedc\` need to run: the scheduler, the fire-time engine and the test clock, with no
dependency. Install \`schedc\` beside your other tools, this package in production, and say so in \`schedc.json\`:

\`\`\`json
{ "runtime": "schedc-runtime" }
\`\`\`

| import | holds |
|---|---|
| \`schedc-runtime\` | \`createScheduler\`, \`nextFire\`, \`previousFire\`, \`fires\`, \`prepare\`, the types |
| \`schedc-runtime/sqlite\` | \`createSqliteStore\`, \`openOperator\` |
| \`schedc-runtime/metrics\` · \`/opentelemetry\` | Prometheus text; spans and metrics for OpenTelemetry, whose API is the app's |
| \`schedc-runtime/testing\` | \`createTestClock\`, \`simulate\`, \`runNext\`, matchers; \`/vitest\` and \`/jest\` register them |
`;

/** Writes `packages/schedc-runtime` anew; `dist` must stand. */
export async function makeRuntimePackage(root: string): Promise<void> {
  const { version, license, engines, repository, peerDependencies, peerDependenciesMeta } = JSON.parse(
    await readFile(`${root}package.json`, "utf8"),
  ) as Manifest;
  const folder = `${root}packages/schedc-runtime`;
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await cp(`${root}dist/runtime`, `${folder}/dist`, { recursive: true });
  await cp(`${root}LICENSE`, `${folder}/LICENSE`);
  await writeFile(`${folder}/README.md`, readme);
  const manifest = {
    name: "schedc-runtime",
    version,
    description: "Runs the jobs that schedc compiled: scheduler, fire-time engine, test clock. No dependencies.",
    license,
    type: "module",
    engines,
    ...(repository !== undefined && { repository }),
    // All of them optional: each belongs to a door that only those use who have it.
    peerDependencies,
    peerDependenciesMeta,
    sideEffects: ["./dist/testing/vitest/index.js", "./dist/testing/jest/index.js"],
    exports: {
      ".": door("./dist/index"),
      "./sqlite": door("./dist/store/index"),
      "./metrics": door("./dist/metrics/index"),
      "./opentelemetry": door("./dist/opentelemetry/index"),
      "./testing": door("./dist/testing/index"),
      "./testing/vitest": door("./dist/testing/vitest/index"),
      "./testing/jest": door("./dist/testing/jest/index"),
      "./package.json": "./package.json",
    },
    files: ["dist"],
  };
  await writeFile(`${folder}/package.json`, `${JSON.stringify(manifest, null, 2)}\n`);
}

function door(path: string): { readonly types: string; readonly default: string } {
  return { types: `${path}.d.ts`, default: `${path}.js` };
}
