/** A large project as people write them: files of a hundred jobs, all tasks imported or all given by the app. */

export interface CorpusSize {
  readonly jobs: number;
  readonly files: number;
}

/** One sentence after another, so that each kind of work is done in every file. */
const sentences: readonly ((n: number) => string)[] = [
  (n) => `every day at ${n % 24}:${minute(n)}`,
  (n) => `every weekday 9-17 at :${minute(n)}`,
  () => "every 15 minutes",
  (n) => `every monday at ${n % 24}:${minute(n)} in America/New_York`,
  (n) => `every month on the last friday at ${n % 24}:${minute(n)}`,
  () => "every 30 minutes 9:00-17:00 on weekdays",
  (n) => `every 2 hours from 2024-01-01T0${n % 10}:00`,
  (n) => `every day at ${n % 24}:${minute(n)} except weekends, dec 24 to jan 1`,
];

const policies: readonly string[] = [
  "",
  "",
  " grace 5m",
  " retry 3 times wait 10s",
  "",
  " timeout 30s",
  "",
  " overlap queue",
];

function minute(n: number): string {
  return String((n * 7) % 60).padStart(2, "0");
}

/** The call of the n-th job, as TypeScript and a `.sched` file write it alike. */
export function callOf(n: number): string {
  return `task${n % 50}("customer ${n}", ${n})`;
}

/** The `.sched` files, by name. */
export function corpus({ jobs, files }: CorpusSize, tasks: "given" | "imported" = "given"): Record<string, string> {
  const each = jobs / files;
  const imports = `import { ${taskNames().join(", ")} } from "./tasks.ts"\n`;
  return Object.fromEntries(
    Array.from({ length: files }, (_, file) => {
      const lines = Array.from({ length: each }, (_, at) => jobText(file * each + at));
      const head = `${tasks === "imported" ? imports : ""}defaults {\n  timezone Europe/Berlin\n}\n\n`;
      return [`jobs${file}.sched`, head + lines.join("\n")];
    }),
  );
}

function jobText(n: number): string {
  const sentence = sentences[n % sentences.length]?.(n) ?? "";
  return `/// What customer ${n} is owed.\n${sentence} run ${callOf(n)}${policies[(n >> 3) % policies.length]} id "job${n}"\n`;
}

/** The module that the imported tasks come from. */
export function tasksModule(): string {
  const each = taskNames().map((name) => `export function ${name}(customer: string, n: number): void {}`);
  return `${each.join("\n")}\n`;
}

function taskNames(): string[] {
  return Array.from({ length: 50 }, (_, n) => `task${n}`);
}
