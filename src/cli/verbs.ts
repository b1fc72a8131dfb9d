/** The commands: what each takes, what its help says, and where it stands. Loading this loads none of them. */
import { Option } from "commander";
import { count, positive } from "./counts.ts";
import { operationVerbs } from "./operation-verbs.ts";
import type { Verb } from "./options.ts";

const findings = ["pretty", "json", "github", "sarif"] as const;
const results = ["pretty", "json"] as const;
const everywhere =
  "Without paths, every .sched file below the working directory. A path may be a file, a folder, a glob, or - for the standard input.";

export const verbs: readonly Verb[] = [
  {
    name: "check",
    arguments: "[paths...]",
    summary: "find what is wrong or doubtful",
    description: everywhere,
    examples: [
      ["schedc check", "every .sched file below this folder"],
      ["schedc check --fix jobs.sched", "apply the fixes that cannot change what is meant"],
      ["schedc check --format sarif > findings.sarif", "for code scanning"],
      ["schedc check --now 2026-11-24T12:00:00Z --max-warnings 0", "warn of what is past by then, and fail on it"],
    ],
    formats: findings,
    options: (command) =>
      command
        .option("--fix", "apply the safe fixes to the files")
        .option("--now <instant>", "warn of dates before this instant; the clock is never read")
        .option("--max-warnings <n>", "more warnings than this fail", count),
    load: () => import("./commands/check.ts"),
  },
  {
    name: "build",
    arguments: "[paths...]",
    summary: "write the TypeScript module of each file",
    description: `${everywhere} A module is written beside its source, and only when it changed.`,
    examples: [
      ["schedc build", "orders.sched becomes orders.sched.ts"],
      ["schedc build --check", "for CI: fails on what a build would change, and shows it"],
      ["schedc build --emit plan jobs", "also orders.sched.json, the plan"],
      ["schedc build --watch", "again whenever a schedule or a task changes"],
    ],
    formats: findings,
    options: (command) =>
      command
        .option("--check", "write nothing; a module that is missing or stale is a finding")
        .option("--watch", "build again whenever a file below the working directory changes")
        .addOption(new Option("--emit <what>", "what to write beside the module").choices(["plan"]))
        .option("--out-dir <folder>", "where modules go instead of beside their sources")
        .option("--max-warnings <n>", "more warnings than this fail", count),
    load: () => import("./commands/build.ts"),
  },
  {
    name: "fmt",
    arguments: "[paths...]",
    summary: "rewrite files in the one canonical form",
    description: `${everywhere} Formatting never changes what a file means.`,
    examples: [
      ["schedc fmt", "rewrite what is not formatted"],
      ["schedc fmt --check", "for CI: fails on files that are not formatted"],
      ["schedc fmt --diff orders.sched", "show what would change"],
      [
        "schedc fmt --stdin-filepath orders.sched < orders.sched",
        "for editors: from standard input to standard output",
      ],
    ],
    formats: results,
    options: (command) =>
      command
        .option("--check", "write nothing; a file that is not formatted fails")
        .option("--diff", "write nothing; show what would change")
        .option("--stdin-filepath <path>", "format the standard input as the file of this name"),
    load: () => import("./commands/fmt.ts"),
  },
  {
    name: "next",
    arguments: "[paths...]",
    summary: "show the fires to come",
    description: everywhere,
    examples: [
      ["schedc next", "the next ten fires of every job"],
      ["schedc next --job reports.weekly -n 20", "of one job"],
      ["schedc next --after 2026-03-28T00:00:00Z --until 2026-03-30T00:00:00Z", "over a change of the clocks"],
      ["schedc next --in America/New_York --format json", "read on another clock, for scripts"],
    ],
    formats: results,
    options: (command) =>
      command
        .option("-j, --job <id>", "this job alone; may be repeated", collect)
        .option("-n, --count <n>", "so many fires of each job", positive, 10)
        .option("--after <instant>", "fires after this instant instead of after now")
        .option("--until <instant>", "fires up to this instant")
        .option("--in <zone>", "print times as this zone's clocks show them"),
    load: () => import("./commands/next.ts"),
  },
  {
    name: "explain",
    arguments: "[paths-or-sentence...]",
    summary: "say in words what a file or a sentence means",
    description: `${everywhere} An argument that is a sentence is explained by itself.`,
    examples: [
      ["schedc explain orders.sched", "each job in words"],
      ['schedc explain "every weekday 9-17 at :30"', "one sentence; a task need not be named"],
    ],
    formats: results,
    options: (command) => command.option("--after <instant>", "show fires after this instant instead of after now"),
    load: () => import("./commands/explain.ts"),
  },
  {
    name: "why",
    arguments: "<job> <instant> [paths...]",
    summary: "say what made a job fire at an instant, move, merge or stay away",
    description: `${everywhere} An instant without an offset is read on the job's own clock.`,
    examples: [
      ["schedc why reports.weekly 2026-12-25T09:00", "which clause says no on that day"],
      ["schedc why backup 2026-03-29T03:00 jobs.sched", "a time that a change of the clocks moved"],
      ["schedc why backup 2026-03-29T01:00:00Z --format json", "with the place of each clause, for scripts"],
    ],
    formats: results,
    options: (command) => command.option("--in <zone>", "read the instant and print times on this zone's clock"),
    load: () => import("./commands/why.ts"),
  },
  {
    name: "run",
    arguments: "<file>",
    summary: "run a file's jobs, writing no module",
    description:
      "Compiles the file and runs its jobs until interrupted. With --store a restart loses nothing, and other processes see and steer it. On a terminal it shows what happens and what comes next, elsewhere it prints each event as a line of JSON. With --simulate a virtual clock plays a span of time as fast as it goes, and no task is called.",
    examples: [
      ["schedc run orders.sched --store jobs.db", "a service: a second one stands by and takes over"],
      ["schedc run orders.sched --tasks ./app.ts", "app.ts exports what orders.sched does not import"],
      ["schedc run orders.sched --simulate 1d", "what would run in a day from now"],
      [
        "schedc run orders.sched --simulate 1d --from 2024-01-01T00:00:00Z --durations durations.json",
        "with runs that last",
      ],
    ],
    formats: ["auto", "pretty", "json"],
    options: (command) =>
      command
        .option("--store <file>", "keep what happens in this file, and take up what it knows")
        .option("--tasks <module>", "a module that exports the tasks which the file does not import")
        .option("--simulate <length>", "play so long on a virtual clock: 90m, 1d, 2w")
        .option("--from <instant>", "where the simulation starts instead of now")
        .option("--durations <file>", 'JSON: how long the runs of a job last, as in {"sync": "5m", "report": 90000}'),
    load: () => import("./commands/run.ts"),
  },
  ...operationVerbs,
  {
    name: "rules",
    arguments: "[code]",
    summary: "list the findings there are, or show the page of one",
    description: "Works without a network: the pages ship with the command.",
    examples: [
      ["schedc rules", "every code with what it says"],
      ["schedc rules time/never-fires", "why, and what to do"],
    ],
    formats: results,
    load: () => import("./commands/rules.ts"),
  },
];

function collect(text: string, before: readonly string[] = []): readonly string[] {
  return [...before, text];
}
