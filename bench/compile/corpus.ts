/** A large project as people write one: files of a hundred jobs, their times spread over the day, their tasks fifty. */

export interface CorpusSize {
  readonly jobs: number;
  readonly files: number;
}

/** One after another, so that each kind of work is done in every file. */
const sentences: readonly ((time: string, minute: string) => string)[] = [
  (time) => `every day at ${time}`,
  (_, minute) => `every weekday 9-17 at :${minute}`,
  () => "every 15 minutes",
  (time) => `every monday at ${time} in America/New_York`,
  (time) => `every month on the last friday at ${time}`,
  () => "every 30 minutes 9:00-17:00 on weekdays",
  (time) => `every 2 hours from 2024-01-01T${time.padStart(5, "0")}`,
  (time) => `every day at ${time} except weekends, dec 24 to jan 1`,
];

const policies = ["", "", " grace 5m", " retry 3 times wait 10s", "", " timeout 30s", "", " overlap queue"];

/** The call of the n-th job, as TypeScript and a `.sched` file write it alike. */
export function callOf(n: number): string {
  return `task${n % 50}("${n % 3 === 0 ? "daily" : "weekly"}", { customer: "customer ${n}", limit: ${n} })`;
}

/** The `.sched` files, by name; `given` are tasks that the app gives. */
export function corpus({ jobs, files }: CorpusSize, tasks: "given" | "imported" = "given"): Record<string, string> {
  const each = jobs / files;
  const imports = tasks === "imported" ? `import { ${taskNames().join(", ")} } from "./tasks.ts"\n` : "";
  const head = `${imports}defaults {\n  timezone Europe/Berlin\n}\n\n`;
  return Object.fromEntries(
    Array.from({ length: files }, (_, file) => {
      const lines = Array.from({ length: each }, (_, at) => jobText(file * each + at));
      return [`jobs${file}.sched`, head + lines.join("\n")];
    }),
  );
}

function jobText(n: number): string {
  const minute = String(n % 60).padStart(2, "0");
  const sentence = sentences[n % sentences.length]?.(`${Math.floor(n / 60) % 24}:${minute}`, minute);
  return `/// What customer ${n} is owed.\n${sentence} run ${callOf(n)}${policies[(n >> 3) % policies.length]} id "job${n}"\n`;
}

/** The module that imported tasks come from. */
export function tasksModule(): string {
  const parameters = 'kind: "daily" | "weekly", options: { customer: string; limit: number }';
  return taskNames()
    .map((name) => `export function ${name}(${parameters}): void {\n  console.log(kind, options.customer);\n}\n`)
    .join("");
}

/** The calls of all jobs and nothing else. */
export function callsModule(jobs: number): string {
  const calls = Array.from({ length: jobs }, (_, n) => `${callOf(n)};\n`);
  return `import { ${taskNames().join(", ")} } from "./tasks.ts";\n${calls.join("")}`;
}

function taskNames(): string[] {
  return Array.from({ length: 50 }, (_, n) => `task${n}`);
}
